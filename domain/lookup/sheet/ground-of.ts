import { compareLevels, type Level } from '@/domain/level/level';
import type { AreaResult, DivisionResult, LookupResult } from '@/domain/lookup/types';

/** Of the grounds an address was answered for, the one this area lies on; null when its area holds all of the address. */
export function groundOf(area: AreaResult, results: readonly LookupResult[]): DivisionResult | null {
  const grounds = results.filter(
    (other): other is DivisionResult => other.kind === 'division' && other.match.type === 'address',
  );
  const named = grounds.find((ground) => ground.possible.some((possible) => possible.id === area.id));
  if (named !== undefined) return named;
  return grounds.find((ground) => overlap(area, ground)) ?? null;
}

/** The level of an address outside the areas that are only part of it: of its ground, or of an area that holds it all. */
export function remainderOf(ground: DivisionResult | null, results: readonly LookupResult[]): Level {
  let level: Level = ground?.level ?? 'UNKNOWN';
  for (const other of results) {
    if (other.kind !== 'area' || other.match.type !== 'address') continue;
    if (ground !== null && !overlap(other, ground)) continue;
    const part = ground?.possible.some((possible) => possible.id === other.id) ?? false;
    if (!part && compareLevels(other.level, level) > 0) level = other.level;
  }
  return level;
}

/** Whether one of them lies in the other. */
function overlap(area: AreaResult, ground: DivisionResult): boolean {
  const deeper = ground.path.some((step) => step.code === area.divisionCode);
  return deeper || area.path.some((step) => step.code === ground.divisionCode);
}
