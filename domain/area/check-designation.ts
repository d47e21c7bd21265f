import type { AreaKind } from '@/domain/area/types';
import type { StatedLevel } from '@/domain/level/level';
import type { RuleSet } from '@/domain/policy/types';

/** Something an officer should look at before designating; it does not forbid (seed 004: 可适度扩大高风险区划定范围). */
export type DesignationWarning = {
  readonly kind: 'LARGER_THAN_UNIT' | 'SIZE_UNCLEAR';
  readonly area: AreaKind;
  readonly units: readonly AreaKind[];
};

export type DesignationCheck =
  | { readonly ok: true; readonly warnings: readonly DesignationWarning[] }
  | {
      readonly ok: false;
      readonly error: {
        readonly kind: 'LEVEL_NOT_IN_RULE_SET';
        readonly level: StatedLevel;
        readonly levels: readonly StatedLevel[];
      };
    };

// A place of unknown extent has no size; a named place (a market, a hotel) is one unit by itself.
const SIZE: Record<AreaKind, number | null> = {
  UNIT: 1,
  BUILDING: 2,
  COMPOUND: 3,
  VILLAGE: 3,
  COMMUNITY: 4,
  STREET: 5,
  COUNTY: 6,
  REGION: null,
  PLACE: 0,
};

// Where a whole county may be designated, no region drawn by boundaries is too large.
const SIZE_OF_ANY_REGION = 6;

/**
 * Check a designation of an area of `kind` at `level` against the rule set: a level it does not know is an error,
 * an area larger than its unit of designation (不得随意扩大, 层层加码) is a warning.
 */
export function checkDesignation(kind: AreaKind, level: StatedLevel, ruleSet: RuleSet): DesignationCheck {
  const { levels, units } = ruleSet;
  if (!levels.includes(level)) return { ok: false, error: { kind: 'LEVEL_NOT_IN_RULE_SET', level, levels } };
  if (level === 'LOW') return { ok: true, warnings: [] };
  const size = SIZE[kind];
  const largest = Math.max(...units.map((unit) => SIZE[unit] ?? 0));
  if (size === null) {
    const bounded = largest < SIZE_OF_ANY_REGION;
    return { ok: true, warnings: bounded ? [{ kind: 'SIZE_UNCLEAR', area: kind, units }] : [] };
  }
  return { ok: true, warnings: size > largest ? [{ kind: 'LARGER_THAN_UNIT', area: kind, units }] : [] };
}
