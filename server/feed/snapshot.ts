import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import type { IndexedArea } from '@/domain/lookup/types';

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** The whole state at one version, compressed once. */
export interface Snapshot {
  etag: string;
  plain: Buffer;
  gzip: Buffer;
  br: Buffer;
}

/** Levels of an area that hold now or are set to begin; half-open, `until` null while open. */
function statuses(area: IndexedArea, at: number) {
  return area.periods
    .filter((period) => period.to === null || period.to > at)
    .map(({ level, from, to }) => ({
      level,
      since: new Date(from).toISOString(),
      until: to === null ? null : new Date(to).toISOString(),
    }));
}

/** Every status that holds now or is set to begin, with the ground that sources speak for, as one document. */
export async function buildSnapshot(index: AreaIndex, at: number): Promise<Snapshot> {
  const areas = index.chunks.flat().flatMap(({ area }) => {
    const held = statuses(area, at);
    if (held.length === 0) return [];
    const { id, divisionCode, name, aliases, kind, authority, noticeNo, drill } = area;
    const source = { name: area.source.name, publishedAt: new Date(area.source.publishedAt).toISOString() };
    return [{ id, divisionCode, name, aliases, kind, authority, noticeNo, drill, source, statuses: held }];
  });
  const coverage = index.coverages.map((one) => ({
    division: one.division,
    source: one.source,
    since: one.since === null ? null : new Date(one.since).toISOString(),
    asOf: new Date(one.asOf).toISOString(),
  }));
  const body = { version: index.version, asOf: new Date(at).toISOString(), coverage, areas };
  const plain = Buffer.from(JSON.stringify(body));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
  const [zipped, br] = await Promise.all([gzipped(plain, { level: 6 }), brotlied(plain, quality)]);
  return { etag: `"snapshot-${index.version}-${hourOf(at)}"`, plain, gzip: zipped, br };
}

/** Levels take effect at an hour, so a snapshot stands for its version within its hour. */
export function hourOf(at: number): number {
  return Math.floor(at / 3_600_000);
}
