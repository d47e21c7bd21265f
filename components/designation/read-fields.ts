import type { DesignateAreaInput } from '@/domain/acts/area';
import { AREA_KINDS, type AreaKind } from '@/domain/area/types';
import { inferAreaKind } from '@/domain/place/kind';
import { ruleSetInForce } from '@/domain/policy/rule-set';
import type { RuleSet } from '@/domain/policy/types';
import { instantAt } from '@/domain/time/hour-input';
import { dayOf } from '@/domain/time/shanghai';
import { type DesignationFields, readDivision } from './designation-input';

export type FaultyField = keyof DesignationFields | 'effectiveAt';

/** What the form states, with every guess made. */
export type StatedDesignation = DesignateAreaInput & { readonly kind: AreaKind };

/** The form as far as it can be understood, and which fields keep it from being sent. */
export interface ReadFields {
  readonly kind: AreaKind;
  /** Epoch ms; null while day or hour is none. */
  readonly effectiveAt: number | null;
  /** In force when it takes effect; null before 2020 or while the hour is unknown. */
  readonly ruleSet: RuleSet | null;
  readonly faults: readonly FaultyField[];
  /** Null while there are faults. */
  readonly input: StatedDesignation | null;
}

const AHEAD_MS = 24 * 3_600_000;
const MOST_PERSONS = 50_000_000;

/** Read the fields against the rule set in force at the hour they name. @param now epoch ms */
export function readFields(fields: DesignationFields, now: number): ReadFields {
  const division = readDivision(fields.division);
  const name = fields.name.trim();
  const kind = AREA_KINDS.find((one) => one === fields.kind) ?? inferAreaKind(name);
  const effectiveAt = instantAt(fields.day, Number(fields.hour));
  const ruleSet = (effectiveAt !== null && ruleSetInForce(dayOf(effectiveAt))) || null;
  const level = (['HIGH', 'MEDIUM'] as const).find(
    (one) => one === fields.level && ruleSet?.levels.includes(one),
  );
  const population = fields.population.trim() === '' ? null : Number(fields.population);
  const reason = fields.reason.trim();
  const faults: FaultyField[] = [];
  if (!division) faults.push('division');
  if (name.length < 1 || name.length > 500) faults.push('name');
  if (!level && ruleSet) faults.push('level');
  if (!ruleSet || effectiveAt === null || effectiveAt > now + AHEAD_MS) faults.push('effectiveAt');
  if (
    population !== null &&
    !(Number.isInteger(population) && population > 0 && population <= MOST_PERSONS)
  ) {
    faults.push('population');
  }
  if (reason.length < 2 || reason.length > 1000) faults.push('reason');
  if (faults.length > 0 || !division || !level || effectiveAt === null) {
    return { kind, effectiveAt, ruleSet, faults, input: null };
  }
  const noticeNo = fields.noticeNo.trim();
  const input = {
    divisionCode: division.code,
    ...{ name, kind, level, effectiveAt, reason },
    ...(noticeNo ? { noticeNo } : {}),
    ...(population === null ? {} : { population }),
  };
  return { kind, effectiveAt, ruleSet, faults, input };
}
