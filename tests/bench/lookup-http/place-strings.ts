import { placeKey } from '@/domain/place/normalize';
import type { Database } from '@/server/db/connect';

/** What people ask: names of places as the list writes them, and pinyin, initials and codes of divisions. */
export interface PlaceStrings {
  /** 4,000 strings: half of them area names, the rest codes, pinyin, initials and division names in equal parts. */
  mix: string[];
  /** As many as there are, none twice: area names, then names with their county and community names. */
  unique: string[];
  /** Area names in the spelling by which the database has an index. */
  keys: string[];
}

const LONGEST = 200;

export async function placeStrings(db: Database): Promise<PlaceStrings> {
  const column = async (sql: string) => (await db.pool.query<{ q: string }>(sql)).rows.map((row) => row.q);
  const names = await column(
    `select name as q from area where length(name) <= ${LONGEST} group by name order by md5(name)`,
  );
  const division = (expression: string) =>
    column(
      `select ${expression} as q from division where kind in ('COUNTY', 'STREET') and pinyin <> ''
       order by md5(code || ${expression}) limit 500`,
    );
  const parts = [
    names.slice(0, 2_000),
    await division('code'),
    await division('left(pinyin, 12)'),
    await division('initials'),
    await division('name'),
  ];
  const addresses = await column(
    `select county.name || community.name as q from division community
     join division street on street.code = community.parent_code
     join division county on county.code = street.parent_code
     where community.kind = 'COMMUNITY' order by md5(community.code) limit 300000`,
  );
  return {
    mix: shuffled(parts.flat()),
    unique: [...new Set([...names, ...addresses])],
    keys: names.slice(0, 4_000).map(placeKey),
  };
}

/** In a fixed order that follows no pattern of the input. */
function shuffled(texts: readonly string[]): string[] {
  return texts
    .map((text, n) => ({ text, order: Math.imul(n + 1, 0x9e3779b1) >>> 0 }))
    .sort((a, b) => a.order - b.order)
    .map(({ text }) => text);
}
