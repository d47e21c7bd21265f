import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildResolver, type PathResolver } from '@/domain/division/resolve-path';
import { readUpperDivisions } from '@/server/divisions/read-packages';

const FOLDER = process.env.REAL_DATA_DIR ?? path.resolve(import.meta.dirname, '../../../shared/data');
const NATIONAL = path.join(FOLDER, 'national');

const rowSchema = z.object({
  province: z.string(),
  city: z.string(),
  county: z.string(),
  communitys: z.array(z.string()),
});
const rowsSchema = z.array(rowSchema).default([]);
const listSchema = z.object({
  data: z.object({ highlist: rowsSchema, middlelist: rowsSchema, lowlist: rowsSchema }),
});
type Row = z.infer<typeof rowSchema>;

function nationalRows(): Row[] {
  return readdirSync(NATIONAL)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const { data } = listSchema.parse(JSON.parse(readFileSync(path.join(NATIONAL, file), 'utf8')));
      return [...data.highlist, ...data.middlelist, ...data.lowlist];
    });
}

function count(into: Map<string, number>, key: string, by = 1): void {
  into.set(key, (into.get(key) ?? 0) + by);
}

const table = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([key, places]) => `  ${String(places).padStart(7)}  ${key}`)
    .join('\n');

describe.skipIf(!existsSync(NATIONAL))('every row of every national list (data/national)', () => {
  let resolver: PathResolver;
  let rows: Row[];
  beforeAll(async () => {
    resolver = buildResolver(await readUpperDivisions());
    rows = nationalRows();
  });

  it('holds 107,066 places', () => {
    expect(rows.reduce((sum, row) => sum + row.communitys.length, 0)).toBe(107_066);
  });

  it('resolves at least 99.5 % of places to a county, a functional zone or finer by their row alone', () => {
    const left = new Map<string, number>();
    let total = 0;
    let resolved = 0;
    for (const row of rows) {
      const resolution = resolver.resolve(row);
      total += row.communitys.length;
      if (resolution.status === 'RESOLVED') resolved += row.communitys.length;
      else
        count(left, `${row.province} ${row.city} ${row.county} (${resolution.why})`, row.communitys.length);
    }
    console.log(`by row: ${resolved} of ${total} places = ${((100 * resolved) / total).toFixed(3)} %; left:`);
    console.log(table(left));
    expect(resolved / total).toBeGreaterThanOrEqual(0.995);
    expect([...left.keys()]).toEqual(['新疆生产建设兵团 新疆生产建设兵团 新疆生产建设兵团 (NOTHING_FINER)']);
  });

  it('refines places by their own beginning and never leaves the division their row states', () => {
    const depths = new Map<string, number>();
    const why = new Map<string, number>();
    let below660000 = 0;
    for (const row of rows) {
      const { division } = resolver.resolve(row);
      if (division === null) continue;
      for (const place of row.communitys) {
        const refined = resolver.refine(division, place);
        count(depths, refined.depth ?? 'none');
        count(why, refined.why);
        if (division === '660000' && refined.division !== '660000') below660000 += 1;
        if (division !== '660000' && /^\d{6}$/.test(division) && /^\d{6,9}$/.test(refined.division)) {
          expect(refined.division.slice(0, 4), `${division} ${place}`).toBe(division.slice(0, 4));
        }
      }
    }
    console.log(`by place:\n${table(depths)}\n${table(why)}`);
    // All 44 places of 兵团 name their division (第八师 …) themselves.
    expect(below660000).toBe(44);
    expect(depths.get('STREET') ?? 0).toBeGreaterThan(75_000);
  });
});
