import type { DivisionCode } from '@/domain/division/types';
import type { IndexedArea, LevelPeriod } from '@/domain/lookup/types';
import { decideArea } from '@/server/areas/decide-area';
import { loadFacts } from '@/server/areas/load-facts';
import type { Database } from '@/server/db/connect';

interface Row {
  id: string;
  divisionCode: DivisionCode | null;
  name: string;
  aliases: string[];
  kind: string;
  authority: string;
  own: boolean;
  drill: boolean;
  sourceName: string;
  publishedAt: Date;
  noticeNo: string | null;
  periods: { level: LevelPeriod['level']; from: number; to: number | null }[];
}

/**
 * Areas as the look-up index takes them, with their history in valid time as it is now recorded.
 * An area of which nothing is recorded now (its only level ended at its own start) is not among them: whoever holds it
 * must let it go.
 * @param ids only these; null reads all.
 * @param at instant (epoch ms) for which the earliest release of the headquarters' own areas is worked out.
 */
export async function readIndexedAreas(
  db: Database,
  ids: readonly string[] | null,
  at: number,
): Promise<IndexedArea[]> {
  const { rows } = await db.pool.query<Row>(
    `select a.id, a.division_code as "divisionCode", a.name, a.aliases, a.kind, a.authority_id as authority, authority.own,
            a.drill, case when authority.own then authority.name_zh else last.source->>'name' end as "sourceName",
            case when authority.own then last.recorded_from else (last.source->>'publishedAt')::timestamptz end as "publishedAt",
            last.notice_no as "noticeNo",
            (select json_agg(json_build_object('level', d.level,
                       'from', (extract(epoch from d.valid_from) * 1000)::bigint,
                       'to', (extract(epoch from d.valid_to) * 1000)::bigint) order by d.valid_from)
             from designation d where d.area_id = a.id and d.recorded_to is null) as periods
     from area a
     join authority on authority.id = a.authority_id
     join lateral (select source, recorded_from, notice_no from designation d
                   where d.area_id = a.id and d.recorded_to is null order by d.valid_from desc limit 1) last on true
     where $1::uuid[] is null or a.id = any($1)`,
    [ids],
  );
  const facts = await loadFacts(
    db.prisma,
    rows.filter((row) => row.own).map((row) => row.id),
  );
  return rows.map(({ own: _own, sourceName, publishedAt, ...row }) => {
    const known = facts.get(row.id);
    return {
      ...row,
      source: { name: sourceName, publishedAt: publishedAt.getTime() },
      earliestRelease: known ? decideArea(known, at).earliestRelease : null,
    };
  });
}
