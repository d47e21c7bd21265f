import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
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

/** How old the data are: seconds since the database last confirmed the log cursor. */
export interface DataAge {
  dataAgeSeconds: number;
  stale: boolean;
}

const HOUR = 3_600_000;

/** What a snapshot says, in short: two of the same mark say the same. Levels take effect at an hour, so it has one. */
export function snapshotMark(index: AreaIndex, at: number, stale: boolean): string {
  const ground = index.coverages.map((one) => [one.division, one.source, Math.floor(one.asOf / HOUR)]);
  const said = JSON.stringify([index.version, index.edition, Math.floor(at / HOUR), stale, ground]);
  return `${index.version}-${createHash('sha256').update(said).digest('base64url').slice(0, 16)}`;
}

/** Every status that holds now or is set to begin, with the ground that sources speak for, as one document. */
export async function buildSnapshot(index: AreaIndex, at: number, age: DataAge): Promise<Snapshot> {
  const coverage = index.coverages.map((one) => ({
    division: one.division,
    source: one.source,
    since: one.since === null ? null : new Date(one.since).toISOString(),
    asOf: new Date(one.asOf).toISOString(),
  }));
  const head = { version: index.version, asOf: new Date(at).toISOString(), ...age, coverage };
  const written: string[] = [];
  for (const chunk of index.chunks) {
    for (const held of chunk) {
      const entry = held && entryOf(held.area, at);
      if (entry) written.push(JSON.stringify(entry));
    }
    // 45,000 areas in one go would hold up every look-up for a tenth of a second.
    await breathe();
  }
  const plain = Buffer.from(`${JSON.stringify(head).slice(0, -1)},"areas":[${written.join(',')}]}`);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
  const [zipped, br] = await Promise.all([gzipped(plain, { level: 6 }), brotlied(plain, quality)]);
  return { etag: `W/"${snapshotMark(index, at, age.stale)}"`, plain, gzip: zipped, br };
}

function entryOf(area: IndexedArea, at: number) {
  const held = statuses(area, at);
  if (held.length === 0) return null;
  const { id, divisionCode, name, aliases, kind, authority, noticeNo, drill } = area;
  const source = { name: area.source.name, publishedAt: new Date(area.source.publishedAt).toISOString() };
  return { id, divisionCode, name, aliases, kind, authority, noticeNo, drill, source, statuses: held };
}
