import { compareLevels, type StatedLevel } from '@/domain/level/level';
import { ruleSetById, ruleSetInForce } from '@/domain/policy/rule-set';
import { dayOf } from '@/domain/time/shanghai';
import type { AreaView } from './area-view';

/** The direction of a change: to a higher level, to a lower one, or a level where none stood. */
export type Turn = 'yes' | 'no' | 'new';

/** What can be decided for an area, given what stands. */
export interface LevelOptions {
  /** The designation that stands open; null when none does or its end is decided. */
  readonly designationId: string | null;
  readonly from: StatedLevel | null;
  /** Epoch ms when `from` began; where none stands open, when the last level ends. */
  readonly since: number | null;
  readonly to: readonly StatedLevel[];
}

/** The levels an officer can choose: those of the rule set but the present one; low only to end what stands. */
export function levelOptions(area: Pick<AreaView, 'facts' | 'policy' | 'at'>): LevelOptions {
  const open = area.facts.designations.findLast(({ validTo }) => validTo === null) ?? null;
  const ruleSet = open ? ruleSetById(open.policyId, open.policyVersion) : ruleSetInForce(dayOf(area.at));
  const known = ruleSet?.levels ?? [];
  const to = known.filter((level) => (open ? level !== open.status : level !== 'LOW'));
  return {
    designationId: open?.id ?? null,
    from: open?.status ?? null,
    since: open?.validFrom ?? lastEnd(area.facts),
    to: [...to].sort((a, b) => compareLevels(b, a)),
  };
}

/** The first instant (epoch ms) at which another level can begin: after the present one began, or when the last ended. */
export function earliestBegin({ from, since }: LevelOptions): number | null {
  return since === null || from === null ? since : since + 1;
}

/** Whether a level can take effect at the instant. */
export function fitsAfter(options: LevelOptions, effectiveAt: number): boolean {
  return effectiveAt >= (earliestBegin(options) ?? effectiveAt);
}

function lastEnd({ designations }: AreaView['facts']): number | null {
  const ends = designations.flatMap(({ validTo }) => validTo ?? []);
  return ends.length > 0 ? Math.max(...ends) : null;
}

/** Whether the change goes up, down, or begins something. */
export function turnOf(from: StatedLevel | null, to: StatedLevel): Turn {
  if (from === null) return 'new';
  return compareLevels(to, from) > 0 ? 'yes' : 'no';
}
