import { checkInput } from '@/components/form/check-input';
import type { Fields } from '@/components/form/draft';
import type { ReadForm } from '@/components/form/use-act-form';
import { type RecordInfectionInput, recordInfectionInput } from '@/domain/acts/evidence';
import type { InfectionExclusion, InfectionFact } from '@/domain/area/types';
import { readPersons } from './persons';

// 风险区划定及管控方案: the five kinds that do not count for designation.
const FIVE: readonly InfectionExclusion[] = [
  'CENTRAL_ISOLATION',
  'HOME_ISOLATION',
  'CLOSED_LOOP',
  'RE_POSITIVE',
  'IMPORTED_OLD',
];

/**
 * The exclusions an officer may choose from: the five, and 新十条's assessed contact where that rule set rules.
 * @param standing what the record to correct says, which stays choosable
 */
export function exclusionsUnder(policyId: string, standing: InfectionExclusion | null): InfectionExclusion[] {
  const sixth = policyId === 'r4-10' || standing === 'CONTACT_ASSESSED';
  return sixth ? [...FIVE, 'CONTACT_ASSESSED'] : [...FIVE];
}

/** A record as the rule looks at it, before it is recorded. */
type FoundInfection = Omit<InfectionFact, 'id' | 'recordedAt' | 'recordedTo'>;

/**
 * What the fields say, as it would be sent, and the record it would make (null while day or number are wanting).
 * @param about the area, and the record that is corrected, if any
 * @param today the clock's present day
 */
export function readInfection(
  fields: Fields,
  about: { areaId: string; corrects?: string },
  today: string,
): ReadForm<RecordInfectionInput> & { readonly record: FoundInfection | null } {
  const { foundOn = '', which = '', count = '', reason = '' } = fields;
  const exclusion = which === 'COUNTS' ? null : (which as InfectionExclusion);
  const countsForDesignation = exclusion === null;
  const resetsClock = countsForDesignation || fields.resetsAnyway === 'yes';
  const record = { foundOn, count: readPersons(count), countsForDesignation, resetsClock, exclusion };
  const later = foundOn > today ? ['foundOn'] : [];
  const read = checkInput(recordInfectionInput, { ...about, ...record, reason }, later);
  return { ...read, record: read.faults.every((fault) => fault === 'reason') ? record : null };
}
