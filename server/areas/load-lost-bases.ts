import { type LostBasis, lostBasis } from '@/domain/area/lost-basis';
import type { Database } from '@/server/db/connect';
import { divisionPaths, type PlacedDivision } from './division-path';
import { loadFacts } from './load-facts';

/** An area that was lowered by the rule on records which, as they are held now, do not bear it out. */
export interface LostBasisArea extends LostBasis {
  areaId: string;
  name: string;
  drill: boolean;
  division: PlacedDivision | null;
}

/**
 * The areas whose lowering by the rule is not borne out at `at` (epoch ms), by id. Looked at are those at which evidence
 * was recorded or closed after the lowering was, and those with a round that adds up to more than its target.
 * @param ids only these; null for all
 */
export async function loadLostBases(
  db: Database,
  at: number,
  ids: readonly string[] | null,
): Promise<Map<string, LostBasisArea>> {
  const { rows } = await db.pool.query<{
    areaId: string;
    name: string;
    drill: boolean;
    divisionCode: string | null;
  }>(
    `with lowered as (
       select area_id, min(recorded_from) as since from designation
       where recorded_to is null and end_cause = 'LOWERED_BY_RULE' and ($1::uuid[] is null or area_id = any($1))
       group by area_id)
     select a.id as "areaId", a.name, a.drill, a.division_code as "divisionCode"
     from area a join authority on authority.id = a.authority_id
     where authority.own and a.id in (
       select area_id from lowered join infection i using (area_id)
       where i.recorded_from > since or i.recorded_to > since
       union select area_id from lowered join screening s using (area_id)
       where s.recorded_from > since or s.recorded_to > since
       union select area_id from lowered join screening s using (area_id)
       where s.recorded_to is null group by area_id, s.round_id having sum(s.tested) > max(s.target))`,
    [ids],
  );
  if (rows.length === 0) return new Map();
  const [divisions, facts] = await Promise.all([
    divisionPaths(
      db.prisma,
      rows.flatMap((row) => row.divisionCode ?? []),
    ),
    loadFacts(
      db.prisma,
      rows.map((row) => row.areaId),
    ),
  ]);
  const lost = new Map<string, LostBasisArea>();
  for (const { divisionCode, ...row } of rows) {
    const known = facts.get(row.areaId);
    const basis = known ? lostBasis(known, at) : null;
    const division = (divisionCode && divisions.get(divisionCode)) || null;
    if (basis) lost.set(row.areaId, { ...row, ...basis, division });
  }
  return lost;
}
