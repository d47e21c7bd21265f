// Guarantee: at the peak of the lists no written address of a high place is answered with a bare low.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildResolver } from '@/domain/division/resolve-path';
import { applyAreas } from '@/domain/lookup/area/apply-areas';
import { entryAt } from '@/domain/lookup/area/area-index';
import { emptyAreaIndex, withCoverages } from '@/domain/lookup/area/empty-area-index';
import { DivisionIndexBuilder } from '@/domain/lookup/division/division-index-builder';
import { pathOf } from '@/domain/lookup/division/division-parts';
import { search } from '@/domain/lookup/search';
import { describe as sentenceOf } from '@/domain/lookup/sentence/describe';
import type { IndexedArea, LookupResult } from '@/domain/lookup/types';
import { readUpperDivisions } from '@/server/divisions/read-packages';

const FOLDER = process.env.REAL_DATA_DIR ?? path.resolve(import.meta.dirname, '../../../../shared/data');
const NATIONAL = path.join(FOLDER, 'national');
const PEAK = Date.UTC(2022, 11, 2, 3);
const LAST_OF_DAY = Date.UTC(2022, 11, 1, 13);

const row = z.object({
  province: z.string(),
  city: z.string(),
  county: z.string(),
  communitys: z.array(z.string()),
});
const list = z.object({ end_update_time: z.string(), highlist: z.array(row) });
const form = z.object({ data: list });
type Row = z.infer<typeof row>;

const upper = existsSync(FOLDER) ? await readUpperDivisions() : [];

function indexed(rows: readonly Row[], publishedAt: number) {
  const resolver = buildResolver(upper);
  const builder = new DivisionIndexBuilder();
  for (const division of upper) builder.add(division);
  const areas = rows.flatMap((one, i) => {
    const { division } = resolver.resolve(one);
    return one.communitys.map(
      (name, j): IndexedArea => ({
        id: `${i}-${j}`,
        divisionCode: division,
        name,
        aliases: [],
        kind: 'BUILDING',
        authority: 'list',
        source: { name: '国务院客户端', publishedAt },
        noticeNo: null,
        drill: false,
        periods: [{ level: 'HIGH', from: publishedAt, to: null }],
        earliestRelease: null,
      }),
    );
  });
  const empty = emptyAreaIndex(builder.build(), 0, publishedAt);
  const covered = [{ division: null, source: '国务院客户端', since: null, asOf: publishedAt }];
  return withCoverages(applyAreas(empty, areas, 1, publishedAt), covered, 1);
}

function bareLow(results: readonly LookupResult[]): boolean {
  const [first] = results;
  if (first === undefined || first.level === 'HIGH') return first === undefined;
  return first.kind === 'area' || first.possible.length === 0;
}

describe.skipIf(!existsSync(NATIONAL))('the national list of 2022-12-02 11时', () => {
  const file = existsSync(NATIONAL)
    ? readdirSync(NATIONAL).find((name) => name.startsWith('2022120211-'))
    : undefined;
  const rows =
    file === undefined
      ? []
      : form.parse(JSON.parse(readFileSync(path.join(NATIONAL, file), 'utf8'))).data.highlist;
  const index = indexed(rows, PEAK);
  const places = Array.from({ length: index.size }, (_, slot) => entryAt(index, slot)).flatMap((entry) => {
    if (entry === undefined || entry.division < 0) return [];
    const above = pathOf(index.divisions, entry.division).slice(0, 3);
    return [[above.map((step) => step.name).join(''), entry.area.name] as const];
  });
  const sample = places.filter((_, i) => i % 19 === 0);

  it('holds 42,965 places', () => {
    expect(index.size).toBe(42_965);
  });

  it('finds every sampled place by its path and name', () => {
    const missed = sample.filter(
      ([above, name]) => search(index, above + name, { at: PEAK }).results[0]?.level !== 'HIGH',
    );
    expect(missed).toEqual([]);
  });

  it('answers a room in a listed building with high, or names what it may lie in', () => {
    const rooms = sample.filter(([, name]) => /(?:号楼|栋|幢|单元)$/.test(name) && !/[、,，;；]/.test(name));
    const low = rooms.filter(([above, name]) =>
      bareLow(search(index, `${above}${name}501室`, { at: PEAK }).results),
    );
    expect(rooms.length).toBeGreaterThan(900);
    expect(low).toEqual([]);
  });
});

const WEIFANG = path.join(FOLDER, 'weifang/lists-2022-11-25_12-03.jsonl');

describe.skipIf(!existsSync(WEIFANG))('潍坊 at the end of 2022-12-01', () => {
  it('says 428 high areas and where they lie', () => {
    const days = readFileSync(WEIFANG, 'utf8')
      .trim()
      .split('\n')
      .map((line) => list.parse(JSON.parse(line)));
    const rows = days.find((day) => day.end_update_time.startsWith('2022-12-01'))?.highlist ?? [];
    const result = search(indexed(rows, LAST_OF_DAY), '潍坊市', {
      at: LAST_OF_DAY,
    }).results[0];
    expect(result?.contains).toEqual({ HIGH: 428, MEDIUM: 0 });
    expect(result === undefined ? '' : sentenceOf(result).zh).toMatch(
      /^潍坊市：高风险区428个，分布在临朐县156个、奎文区135个、/,
    );
  });
});
