// Guarantee: page and API say the same of the same question, over the villages of 潍坊 and the peak of the lists.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildResolver } from '@/domain/division/resolve-path';
import type { Division } from '@/domain/division/types';
import { applyAreas } from '@/domain/lookup/area/apply-areas';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { emptyAreaIndex, withCoverages } from '@/domain/lookup/area/empty-area-index';
import { DivisionIndexBuilder } from '@/domain/lookup/division/division-index-builder';
import type { IndexedArea } from '@/domain/lookup/types';
import { readDivisionBatches } from '@/server/divisions/read-packages';
import { askBoth } from '../../unit/lookup/both-doors';

const FOLDER = process.env.REAL_DATA_DIR ?? path.resolve(import.meta.dirname, '../../../../shared/data');
const NATIONAL = path.join(FOLDER, 'national');
const WEIFANG = path.join(FOLDER, 'weifang/lists-2022-11-25_12-03.jsonl');

const row = z.object({
  province: z.string(),
  city: z.string(),
  county: z.string(),
  communitys: z.array(z.string()),
});
const list = z.object({ end_update_time: z.string(), highlist: z.array(row) });

function readNational(): z.infer<typeof list> {
  const file = readdirSync(NATIONAL).find((name) => name.startsWith('2022120211-')) ?? '';
  return z.object({ data: list }).parse(JSON.parse(readFileSync(path.join(NATIONAL, file), 'utf8'))).data;
}

function readWeifang(): z.infer<typeof list> | undefined {
  const days = readFileSync(WEIFANG, 'utf8').trim().split('\n');
  return days
    .map((line) => list.parse(JSON.parse(line)))
    .find((day) => day.end_update_time.startsWith('2022-12-01'));
}

describe.skipIf(!existsSync(NATIONAL) || !existsSync(WEIFANG))('page and API', () => {
  const at = Date.UTC(2022, 11, 2, 3);
  const upper: Division[] = [];
  const villages: Division[] = [];
  let divisions = new DivisionIndexBuilder().build();
  const indexOf = (rows: readonly z.infer<typeof row>[]): AreaIndex => {
    const resolver = buildResolver(upper);
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
          source: { name: '国务院客户端', publishedAt: at },
          noticeNo: null,
          drill: false,
          periods: [{ level: 'HIGH', from: at - 3_600_000, to: null }],
          earliestRelease: null,
        }),
      );
    });
    const covered = [{ division: null, source: '国务院客户端', since: null, asOf: at }];
    return withCoverages(applyAreas(emptyAreaIndex(divisions, 0, at), areas, 1, at), covered, 1);
  };
  const differing = (index: AreaIndex, words: readonly string[]) =>
    words.flatMap((q) => {
      const { page, api, unsaid } = askBoth(index, q, at);
      return JSON.stringify(page) === JSON.stringify(api) && unsaid.length === 0
        ? []
        : [{ q, page, api, unsaid }];
    });

  beforeAll(async () => {
    const builder = new DivisionIndexBuilder();
    for await (const batch of readDivisionBatches()) {
      if (upper.length === 0) upper.push(...batch);
      const kept = batch.filter(({ code, kind }) => kind !== 'COMMUNITY' || code.startsWith('3707'));
      for (const one of kept) builder.add(one);
      villages.push(...kept.filter(({ kind }) => kind === 'COMMUNITY'));
    }
    divisions = builder.build();
  });

  it('agree on 428 places of 潍坊, on addresses in them, and on a sample of its villages', () => {
    const rows = readWeifang()?.highlist ?? [];
    const index = indexOf(rows);
    const places = rows.flatMap((one) =>
      one.communitys.flatMap((name) => {
        const whole = `${one.city}${one.county}${name}`;
        return [name, whole, `${whole}3号楼501室`];
      }),
    );
    const named = villages
      .filter((_, i) => i % 9 === 0)
      .flatMap(({ code, name }) => [code, `潍坊${name}`, `潍坊${name}2号`]);
    expect(places.length).toBeGreaterThan(1_200);
    expect(named.length).toBeGreaterThan(2_000);
    expect(differing(index, [...places, ...named]).slice(0, 5)).toEqual([]);
  });

  it('agree on a sample of 42,965 places of the nation, on every zone, and on a sample of counties', () => {
    const { highlist } = readNational();
    const index = indexOf(highlist);
    const places = highlist.flatMap((one) =>
      one.communitys.map((name) => `${one.province}${one.city}${one.county}${name}`),
    );
    const ground = upper.filter(({ kind }) => kind === 'COUNTY' || kind === 'FUNCTIONAL_ZONE');
    const words = [
      ...places.filter((_, i) => i % 97 === 0),
      ...ground.filter(({ kind }, i) => kind === 'FUNCTIONAL_ZONE' || i % 9 === 0).map(({ name }) => name),
    ];
    expect(words.length).toBeGreaterThan(900);
    expect(differing(index, words).slice(0, 5)).toEqual([]);
  });
});
