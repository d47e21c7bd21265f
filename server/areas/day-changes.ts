import type { ServiceContext } from '@/server/service-context';

/** How many levels began and ended on the day so far in one division, and when the latest of them was. */
export interface DayChange {
  /** Path prefix of the division, such as `370000/370700/370724/`; '' while unresolved. */
  path: string;
  /** County or functional zone it lies in; null where there is none. */
  countyCode: string | null;
  level: 'HIGH' | 'MEDIUM';
  began: number;
  ended: number;
  /** Epoch ms. */
  latest: number;
}

/**
 * High and medium levels that began or ended from `from` (00:00 of a day) to `at`, both epoch ms, by division. A level
 * that falls at 24时 of the day before counts here: it still stood in that day's stock (截至24时).
 * @param scope division path prefix; '' for the whole nation
 */
export async function dayChanges(
  context: Pick<ServiceContext, 'db'>,
  scope: string,
  from: number,
  at: number,
): Promise<DayChange[]> {
  const { rows } = await context.db.pool.query<Omit<DayChange, 'latest'> & { latest: Date }>(
    `select tally.*, (select up.code from division up
                      where up.code = any(string_to_array(rtrim(tally.path, '/'), '/'))
                        and up.kind in ('COUNTY', 'FUNCTIONAL_ZONE')
                      order by length(up.path) limit 1) as "countyCode"
     from (select coalesce(division.path, '') as path, d.level,
                  count(*) filter (where d.valid_from >= $1)::int as began,
                  count(*) filter (where d.valid_to <= $2)::int as ended,
                  max(case when d.valid_to <= $2 then d.valid_to else d.valid_from end) as latest
           from designation d join area a on a.id = d.area_id left join division on division.code = a.division_code
           where d.recorded_to is null and d.level <> 'LOW' and d.valid_from <= $2
             and (d.valid_from >= $1 or (d.valid_to >= $1 and d.valid_to <= $2))
             and ($3 = '' or division.path collate "C" like $3 || '%')
           group by 1, 2) as tally`,
    [new Date(from), new Date(at), scope],
  );
  return rows.map((row) => ({ ...row, latest: row.latest.getTime() }));
}
