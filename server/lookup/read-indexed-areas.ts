import type { DivisionCode } from '@/domain/division/types';
import type { IndexedArea, LevelPeriod } from '@/domain/lookup/types';
import { decideArea } from '@/server/areas/decide-area';
import { type AreaFacts, loadFacts } from '@/server/areas/load-facts';
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
 */
export async function readIndexedAreas(db: Database, ids: readonly string[] | null): Promise<IndexedArea[]> {
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
      earliestRelease: known ? releaseOf(known) : null,
    };
  });
}

/** The earliest release by the rule as seen at an instant. Answers for the present share theirs for a minute. */
function releaseOf(facts: AreaFacts): (at: number) => number | null {
  let last: { at: number; release: number | null } | null = null;
  return (at) => {
    if (last?.at !== at) last = { at, release: decideArea(facts, at).earliestRelease };
    return last.release;
  };
}
