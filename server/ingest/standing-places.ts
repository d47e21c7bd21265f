import type { FormerPlace, StandingListPlace } from '@/domain/list/planned';
import type { RawTransaction } from '@/server/db/transaction';

type Reader = Pick<RawTransaction, '$queryRaw'>;

/** All places standing under one authority. One row of JSON: 43,000 rows one by one cost the driver a second. */
export async function standingPlaces(reader: Reader, authorityId: string): Promise<StandingListPlace[]> {
  const [row] = await reader.$queryRaw<{ places: string | null }[]>`
    select json_agg(json_build_object(
             'areaId', a.id, 'level', d.level, 'divisionCode', a.division_code, 'writtenPath', a.written_path,
             'place', a.name, 'aliases', a.aliases, 'designationId', d.id,
             'since', (extract(epoch from d.valid_from) * 1000)::bigint, 'policyId', d.policy_id,
             'policyVersion', d.policy_version, 'drill', a.drill, 'resolved', a.resolved) order by d.valid_from, a.id
           )::text as places
    from area a join designation d on d.area_id = a.id and d.recorded_to is null and d.valid_to is null
    where a.authority_id = ${authorityId}`;
  return row?.places ? (JSON.parse(row.places) as StandingListPlace[]) : [];
}

/** The authority's areas with one of these name keys at which nothing stands. */
export async function formerPlaces(
  reader: Reader,
  authorityId: string,
  nameKeys: readonly string[],
): Promise<FormerPlace[]> {
  if (nameKeys.length === 0) return [];
  const [row] = await reader.$queryRaw<{ places: string | null }[]>`
    with wanted as materialized (select distinct unnest(${[...nameKeys]}::text[]) as name_key)
    select json_agg(json_build_object(
             'areaId', a.id, 'divisionCode', a.division_code, 'writtenPath', a.written_path, 'place', a.name,
             'nameKey', a.name_key, 'aliases', a.aliases, 'resolved', a.resolved, 'drill', a.drill,
             'endedAt', coalesce((select (extract(epoch from max(d.valid_to)) * 1000)::bigint from designation d
                                  where d.area_id = a.id and d.recorded_to is null), 0)) order by a.id
           )::text as places
    from wanted join area a on a.name_key = wanted.name_key and a.authority_id = ${authorityId}
    where not exists (select 1 from designation d
                      where d.area_id = a.id and d.recorded_to is null and d.valid_to is null)`;
  return row?.places ? (JSON.parse(row.places) as FormerPlace[]) : [];
}
