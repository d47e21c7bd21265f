import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { provinceRows } from '@/domain/lookup/sheet/tree-rows';
import { lookupAnswer } from '@/server/http/api/lookup-answer';

/** Processor time in ms of one run of `work`, the best of `runs`: other programs on the machine interrupt single runs. */
export async function bestCpuMs(runs: number, work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return Math.round(best * 100) / 100;
}

/** What an answer costs as the API writes it (search, guards, sentences, JSON), a query on average, by kind of query. */
export async function writtenAnswers(index: AreaIndex, kinds: Record<string, string[]>, at: number) {
  const state = { index, at, mark: '', etag: '', head: Buffer.alloc(0) };
  const rows: { kind: string; queries: number; cpuUsEach: number }[] = [];
  for (const [kind, queries] of Object.entries(kinds)) {
    const ms = await bestCpuMs(3, () => {
      for (const q of queries) lookupAnswer(state, { q, options: { at }, past: false });
    });
    rows.push({ kind, queries: queries.length, cpuUsEach: Math.round((ms * 1000) / queries.length) });
  }
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  const each = Math.round(sum((row) => row.cpuUsEach * row.queries) / sum((row) => row.queries));
  return { rows, each, provincesMs: await bestCpuMs(5, () => provinceRows(index, at)) };
}
