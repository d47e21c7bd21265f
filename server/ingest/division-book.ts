import { buildResolver, type PathResolver } from '@/domain/division/resolve-path';
import type { Division } from '@/domain/division/types';
import type { PlacedDivision } from '@/server/areas/division-path';
import type { Database } from '@/server/db/connect';
import { processWide } from '@/server/process-wide';

/** The divisions from province to street in memory: where a written path leads, and what lies above a code. */
export interface DivisionBook {
  readonly resolver: PathResolver;
  /** A division with everything above it, province first; undefined when the code is not in the book. */
  placed(code: string): PlacedDivision | undefined;
}

const books = processWide('division-books', () => new Map<string, Promise<DivisionBook>>());

/**
 * The book of the stored divisions, built once per data set and process (45,000 rows, some 0.4 s).
 * @throws whatever the database throws; the next call tries again.
 */
export async function divisionBook(db: Database): Promise<DivisionBook> {
  const { rows } = await db.pool.query<{ version: string }>(
    `select coalesce((select value::text from setting where key = 'divisions.version'),
                     (select count(*)::text from division)) as version`,
  );
  const key = `${db.url} ${rows[0]?.version}`;
  const known = books.get(key);
  if (known) return known;
  books.clear();
  const building = loadBook(db);
  books.set(key, building);
  building.catch(() => books.delete(key));
  return building;
}

async function loadBook(db: Database): Promise<DivisionBook> {
  const { rows } = await db.pool.query<Division>(
    `select code, kind::text, parent_code as parent, name, short_name as "shortName", aliases, '' as pinyin,
            '' as initials, valid_from::text as "validFrom", valid_to::text as "validTo", successors, "overlaps"
     from division where kind <> 'COMMUNITY' order by code`,
  );
  const byCode = new Map<string, Division>(rows.map((row) => [row.code, row]));
  const placed = new Map<string, PlacedDivision>();
  const place = (code: string): PlacedDivision | undefined => {
    const known = placed.get(code);
    if (known) return known;
    const division = byCode.get(code);
    if (!division) return undefined;
    const above = division.parent === null ? undefined : place(division.parent);
    const found = {
      code: division.code,
      name: division.name,
      path: `${above?.path ?? ''}${code}/`,
      steps: [...(above?.steps ?? []), { code: division.code, name: division.name }],
    };
    placed.set(code, found);
    return found;
  };
  return { resolver: buildResolver(rows), placed: place };
}
