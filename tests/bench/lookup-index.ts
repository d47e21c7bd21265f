// The look-up index over the whole nation, beside a naive scan in the same run:
//   node --expose-gc scripts/run-ts.mjs tests/bench/lookup-index.ts
import { buildResolver } from '@/domain/division/resolve-path';
import type { Division } from '@/domain/division/types';
import { applyAreas } from '@/domain/lookup/area/apply-areas';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { emptyAreaIndex, withCoverages } from '@/domain/lookup/area/empty-area-index';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import { DivisionIndexBuilder } from '@/domain/lookup/division/division-index-builder';
import { nameOf } from '@/domain/lookup/division/division-parts';
import { search } from '@/domain/lookup/search';
import { readDivisionBatches } from '@/server/divisions/read-packages';
import { areaDifferences } from '@/server/lookup/area-differences';
import { nationalAreas, PUBLISHED } from './lookup-index/national-areas';
import { queryKinds } from './lookup-index/query-kinds';
import { syllablesOf } from './lookup-index/syllables';
import { bestCpuMs, writtenAnswers } from './lookup-index/written-answers';

function megabytes(): { rss: number; heap: number; buffers: number } {
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return { rss: rss >> 20, heap: heapUsed >> 20, buffers: arrayBuffers >> 20 };
}

/** Wall and processor time of `work` in ms: on a busy machine only the second one says something. */
function timed<T>(work: () => T): { result: T; wallMs: number; cpuMs: number } {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = work();
  const used = process.cpuUsage(cpu);
  return {
    result,
    wallMs: Math.round((performance.now() - start) * 100) / 100,
    cpuMs: Math.round((used.user + used.system) / 10) / 100,
  };
}

async function buildDivisions(): Promise<{ index: DivisionIndex; upper: readonly Division[] }> {
  const builder = new DivisionIndexBuilder();
  let upper: readonly Division[] = [];
  let addMs = 0;
  for await (const batch of readDivisionBatches()) {
    if (upper.length === 0) upper = batch;
    addMs += timed(() => {
      for (const division of batch) builder.add(division);
    }).cpuMs;
  }
  const built = timed(() => builder.build());
  print('divisions', {
    count: built.result.size,
    addCpuMs: Math.round(addMs),
    buildMs: built.wallMs,
    buildCpuMs: built.cpuMs,
  });
  return { index: built.result, upper };
}

function buildAreas(divisions: DivisionIndex, upper: readonly Division[]): AreaIndex {
  const areas = nationalAreas(buildResolver(upper)) ?? [];
  const loaded = timed(() =>
    applyAreas(emptyAreaIndex(divisions, 0, PUBLISHED, syllablesOf), areas, 1, PUBLISHED),
  );
  const covered = [{ division: null, source: '国务院客户端', since: null, asOf: PUBLISHED }];
  let index = withCoverages(loaded.result, covered, 1);
  print('areas', { count: index.size, loadMs: loaded.wallMs, loadCpuMs: loaded.cpuMs });
  for (const count of [1, 58, 1854]) {
    const runs = Array.from({ length: 20 }, (_, run) => {
      const changed = areas
        .slice(run * 997, run * 997 + count)
        .map((area) => ({ ...area, noticeNo: String(run) }));
      const applied = timed(() => applyAreas(index, changed, index.version + 1, PUBLISHED));
      index = applied.result;
      return applied.wallMs;
    });
    print('apply', { changed: count, p50Ms: quantile(runs, 0.5), worstMs: quantile(runs, 1) });
  }
  return index;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function print(what: string, figures: object): void {
  console.log(JSON.stringify({ what, ...figures }));
}

function naiveNames(divisions: DivisionIndex): string[] {
  return Array.from(divisions.ordinals, (ordinal) => nameOf(divisions, ordinal));
}

const { index: divisions, upper } = await buildDivisions();
print('memory', { after: 'divisions', ...megabytes() });
const index = buildAreas(divisions, upper);
print('memory', { after: 'areas', ...megabytes() });

const kinds = queryKinds(index);
const rows = [];
for (const [kind, queries] of Object.entries(kinds)) {
  const ask = (query: string) => search(index, query, { at: PUBLISHED });
  for (let warm = 0; warm < 3; warm++) for (const query of queries) ask(query);
  const micros: number[] = [];
  let found = 0;
  for (const query of queries) {
    // The best of three: other programs on the machine interrupt single runs for milliseconds.
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 3; run++) {
      const start = performance.now();
      ask(query);
      best = Math.min(best, (performance.now() - start) * 1000);
    }
    micros.push(best);
    if (ask(query).results.length > 0) found++;
  }
  rows.push({
    kind,
    queries: queries.length,
    found,
    p50Us: Math.round(quantile(micros, 0.5)),
    p95Us: Math.round(quantile(micros, 0.95)),
    p99Us: Math.round(quantile(micros, 0.99)),
    worstUs: Math.round(quantile(micros, 1)),
  });
}
console.table(rows);

const written = await writtenAnswers(index, kinds, PUBLISHED);
console.table(written.rows);
print('written answers', { cpuUsEach: written.each });
print('every province with its counts and levels', { cpuMs: written.provincesMs });
// The database's half is one statement; it is answered with nothing here, so that this is the index's half alone.
const silent = { query: async () => ({ rows: [] }) } as unknown as Parameters<typeof areaDifferences>[0];
print('self-check, the index’s half', { cpuMs: await bestCpuMs(3, () => areaDifferences(silent, index)) });

const names = naiveNames(divisions);
const naive = (kinds.substring ?? []).slice(0, 40).map((query) => {
  const start = performance.now();
  names.filter((name) => name.includes(query)).slice(0, 20);
  return (performance.now() - start) * 1000;
});
print('naive scan over the same names', {
  p50Us: Math.round(quantile(naive, 0.5)),
  p99Us: Math.round(quantile(naive, 0.99)),
});
