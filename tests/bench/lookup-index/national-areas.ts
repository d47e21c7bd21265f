import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PathResolver } from '@/domain/division/resolve-path';
import type { IndexedArea } from '@/domain/lookup/types';

interface NationalList {
  readonly data: Record<'highlist' | 'lowlist', readonly ListRow[]>;
}

interface ListRow {
  readonly province: string;
  readonly city: string;
  readonly county: string;
  readonly communitys: readonly string[];
}

export const PUBLISHED = Date.UTC(2022, 11, 2, 3);

/** The places of the national list of its peak (2022-12-02 11时), resolved to divisions; null without the folder. */
export function nationalAreas(resolver: PathResolver): IndexedArea[] | null {
  const folder = path.join(process.env.REAL_DATA_DIR ?? '../shared/data', 'national');
  const file = existsSync(folder)
    ? readdirSync(folder).find((name) => name.startsWith('2022120211-'))
    : undefined;
  if (file === undefined) return null;
  const { data } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as NationalList;
  const areas: IndexedArea[] = [];
  for (const [rows, level] of [[data.highlist, 'HIGH'] as const, [data.lowlist, 'LOW'] as const]) {
    for (const row of rows) {
      const { division } = resolver.resolve(row);
      for (const name of row.communitys) {
        areas.push({
          id: `area-${areas.length}`,
          divisionCode: division,
          name,
          aliases: [],
          kind: 'BUILDING',
          authority: 'national-list',
          source: { name: '国务院客户端', publishedAt: PUBLISHED },
          noticeNo: null,
          drill: false,
          periods: [{ level, from: PUBLISHED - 3_600_000 * 24 * (areas.length % 9), to: null }],
          earliestRelease: null,
        });
      }
    }
  }
  return areas;
}
