import type { DivisionCode } from '@/domain/division/types';
import type { Coverage } from '@/domain/lookup/types';
import type { Database } from '@/server/db/connect';

/**
 * For which ground somebody speaks: the headquarters for its home division, continuously since its first designation
 * (before that its silence says nothing); an applied list for the
 * whole nation from its first hour on, as of its latest. Everything else is unknown.
 * @param at epoch ms: up to when the headquarters' own statements are complete.
 */
export async function readCoverages(db: Database, at: number): Promise<Coverage[]> {
  const { rows: own } = await db.pool.query<{ division: DivisionCode; source: string; since: Date | null }>(
    `select setting.value #>> '{}' as division, authority.name_zh as source,
            (select min(d.valid_from) from designation d join area a on a.id = d.area_id
             where a.authority_id = authority.id) as since
     from setting join authority on authority.own where setting.key = 'home.division' and setting.value #>> '{}' <> ''`,
  );
  const { rows: lists } = await db.pool.query<{ source: string; since: Date; asOf: Date }>(
    `select authority.name_zh as source, min(list_time) as since, max(list_time) as "asOf"
     from list_import join authority on authority.id = authority_id where status = 'APPLIED' group by 1`,
  );
  return [
    ...own.map((row): Coverage => ({ ...row, since: row.since?.getTime() ?? at, asOf: at })),
    ...lists.map(
      (row): Coverage => ({
        division: null,
        source: row.source,
        since: row.since.getTime(),
        asOf: row.asOf.getTime(),
      }),
    ),
  ];
}
