import type { Fields } from '@/components/form/draft';
import { FIRST_FOUND_ON } from '@/domain/area/evidence-bounds';
import type { InfectionExclusion, InfectionFact } from '@/domain/area/types';
import { isDay } from '@/domain/time/hour-input';
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

/** The record the fields describe (null while day or number are wanting) and the fields at fault. */
export function infectionFrom(
  fields: Fields,
  today: string,
): { record: Omit<InfectionFact, 'id' | 'recordedAt' | 'recordedTo'> | null; faults: string[] } {
  const { foundOn = '', which = '' } = fields;
  const count = readPersons(fields.count ?? '', 1);
  const exclusion = which === 'COUNTS' ? null : (which as InfectionExclusion);
  const dayFits = isDay(foundOn) && foundOn >= FIRST_FOUND_ON && foundOn <= today;
  const faults = [
    ...(dayFits ? [] : ['foundOn']),
    ...(count === null ? ['count'] : []),
    ...((fields.reason ?? '').trim().length < 2 ? ['reason'] : []),
  ];
  if (!dayFits || count === null) return { record: null, faults };
  const countsForDesignation = exclusion === null;
  const resetsClock = countsForDesignation || fields.resetsAnyway === 'yes';
  return { record: { foundOn, count, countsForDesignation, resetsClock, exclusion }, faults };
}
