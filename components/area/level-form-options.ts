import { compareLevels, type StatedLevel } from '@/domain/level/level';
import { ruleSetById, ruleSetInForce } from '@/domain/policy/rule-set';
import { dayOf } from '@/domain/time/shanghai';
import type { AreaView } from './area-page-view';

/** The direction of a change: to a higher level, to a lower one, or a level where none stood. */
export type Turn = 'yes' | 'no' | 'new';

/** What can be decided for an area, given what stands. */
export interface LevelOptions {
  /** The designation that stands open; null when none does or its end is decided. */
  readonly designationId: string | null;
  readonly from: StatedLevel | null;
  /** Epoch ms since when `from` stands, as designated. */
  readonly since: number | null;
  readonly to: readonly StatedLevel[];
}

/** The levels an officer can choose: those of the rule set but the present one; low only to end what stands. */
export function levelOptions(area: Pick<AreaView, 'facts' | 'policy' | 'at'>): LevelOptions {
  const open = area.facts.designations.findLast(({ validTo }) => validTo === null) ?? null;
  const ruleSet = open ? ruleSetById(open.policyId, open.policyVersion) : ruleSetInForce(dayOf(area.at));
  const known = ruleSet?.levels ?? [];
  const to = known.filter((level) => (open ? level !== open.level : level !== 'LOW'));
  return {
    designationId: open?.id ?? null,
    from: open?.level ?? null,
    since: open?.validFrom ?? null,
    to: [...to].sort((a, b) => compareLevels(b, a)),
  };
}

/** Whether the change goes up, down, or begins something. */
export function turnOf(from: StatedLevel | null, to: StatedLevel): Turn {
  if (from === null) return 'new';
  return compareLevels(to, from) > 0 ? 'yes' : 'no';
}
