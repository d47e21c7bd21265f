import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { countsAt } from '@/domain/lookup/area/roll-up-at';
import { codeOf, ordinalOf } from '@/domain/lookup/division/division-codes';
import { nameOf } from '@/domain/lookup/division/division-parts';
import { namesakesOf } from '@/domain/lookup/namesakes';
import { overlapsOf } from '@/domain/lookup/overlaps';
import type { AreaMention, DivisionResult, HoldingDivision, LookupResult } from '@/domain/lookup/types';

/**
 * A result with all that must be said beside its level, so that it never reads lower than it may be:
 *
 * - **namesakes** A community or village whose listed namesake was resolved no deeper than its street or county has it among its
 *   `possible` areas; asked for by itself, holding nothing and else low, it is of unknown level, since nobody can tell whether
 *   the namesake is this one.
 * - **overlapping** A county or functional zone asked for by itself names the divisions that share its ground and hold areas.
 * - **unlocated** Areas nobody could locate and that may lie here are in the result already (`levelOfDivision` weighs them).
 *
 * @param results all results of the same answer: an area that holds the whole address is no further possibility
 * @param at the asked instant, epoch ms
 */
export function withGuards(
  index: AreaIndex,
  result: LookupResult,
  results: readonly LookupResult[],
  at: number,
): LookupResult {
  if (result.kind === 'area') return result;
  if (result.divisionKind === 'COMMUNITY') return withNamesakes(index, result, results, at);
  if (result.match.type === 'address') return result;
  const overlapping = holdingBeside(index, result, at);
  return overlapping.length === 0 ? result : { ...result, overlapping };
}

function withNamesakes(
  index: AreaIndex,
  result: DivisionResult,
  results: readonly LookupResult[],
  at: number,
): DivisionResult {
  // Where nothing may lie anywhere in the county, no namesake can.
  if (result.restLevel === 'ROUTINE') return result;
  const known = new Set(result.possible.map((area) => area.id));
  for (const other of results)
    if (other.kind === 'area' && other.match.type === 'address') known.add(other.id);
  const namesakes = namesakesOf(index, ordinalOf(index.divisions, result.id), at).filter(
    (area) => !known.has(area.id),
  );
  if (namesakes.length === 0) return result;
  const possible = [...result.possible, ...namesakes];
  if (result.match.type === 'address' || result.level !== 'LOW') return { ...result, possible };
  const why = {
    rule: 'NAMESAKES',
    HIGH: countOf(namesakes, 'HIGH'),
    MEDIUM: countOf(namesakes, 'MEDIUM'),
  } as const;
  return { ...result, possible, level: 'UNKNOWN', why };
}

function countOf(areas: readonly AreaMention[], level: 'HIGH' | 'MEDIUM'): number {
  return areas.filter((area) => area.level === level).length;
}

function holdingBeside(index: AreaIndex, result: DivisionResult, at: number): HoldingDivision[] {
  const { divisions } = index;
  const holding: HoldingDivision[] = [];
  for (const other of overlapsOf(index, ordinalOf(divisions, result.id))) {
    const contains = countsAt(index, other, at);
    if (contains.HIGH + contains.MEDIUM === 0) continue;
    holding.push({ code: codeOf(divisions, other), name: nameOf(divisions, other), contains });
  }
  return holding;
}
