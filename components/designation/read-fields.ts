import { checkInput } from '@/components/form/check-input';
import type { ReadForm } from '@/components/form/use-act-form';
import { type DesignateAreaInput, designateAreaInput } from '@/domain/acts/area';
import { AREA_KINDS, type AreaKind } from '@/domain/area/types';
import { inferAreaKind } from '@/domain/place/kind';
import { ruleSetInForce } from '@/domain/policy/rule-set';
import type { RuleSet } from '@/domain/policy/types';
import { instantAt } from '@/domain/time/hour-input';
import { dayOf } from '@/domain/time/shanghai';
import { type DesignationFields, readDivision } from './designation-input';

/** The form as far as it can be understood, as it would be sent. */
export interface ReadFields extends ReadForm<DesignateAreaInput> {
  readonly kind: AreaKind;
  /** In force when it takes effect; null before 2020 or while the hour is unknown. */
  readonly ruleSet: RuleSet | null;
}

const AHEAD_MS = 24 * 3_600_000;

/** Read the fields against the rule set in force at the hour they name. @param now epoch ms */
export function readFields(fields: DesignationFields, now: number): ReadFields {
  const name = fields.name.trim();
  const kind = AREA_KINDS.find((one) => one === fields.kind) ?? inferAreaKind(name);
  const effectiveAt = instantAt(fields.day, Number(fields.hour));
  const ruleSet = (effectiveAt !== null && ruleSetInForce(dayOf(effectiveAt))) || null;
  const level = fields.level as 'HIGH' | 'MEDIUM';
  const noticeNo = fields.noticeNo.trim();
  const population = fields.population.trim();
  const input = {
    divisionCode: readDivision(fields.division)?.code ?? '',
    ...{ name, kind, level, effectiveAt: effectiveAt ?? Number.NaN, reason: fields.reason.trim() },
    ...(noticeNo ? { noticeNo } : {}),
    ...(population ? { population: Number(population) } : {}),
  };
  const late = !ruleSet || effectiveAt === null || effectiveAt > now + AHEAD_MS;
  const unknown = ruleSet !== null && !ruleSet.levels.includes(level);
  const more = [...(late ? ['effectiveAt'] : []), ...(unknown ? ['level'] : [])];
  return { kind, ruleSet, ...checkInput(designateAreaInput, input, more) };
}
