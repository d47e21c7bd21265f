import type { Level } from '@/domain/level/level';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { headlineOf } from '@/domain/lookup/sheet/headline';
import { narrowings } from '@/domain/lookup/sheet/rivals';
import type { LookupResult } from '@/domain/lookup/types';
import { lookupAnswer } from '@/server/http/api/lookup-answer';
import { lookupPage } from '@/server/lookup/page-lookup';
import type { Runtime } from '@/server/runtime';

/** What a door says of one place: what leads, and what must be said beside it. */
export interface Said {
  id: string;
  level: Level;
  restLevel: Level | null;
  contains: unknown;
  unlocated: unknown;
  possible: string[];
  nearby: string[];
  why: string;
}

interface Written extends Record<string, unknown> {
  id: string;
  level: Level;
  restLevel?: Level | null;
  possible?: { id: string; level: Level }[];
  nearby?: { id: string }[];
  why: { rule: string };
  sentence: { zh: string; en: string };
}

const said = (one: Written | LookupResult): Said => ({
  id: one.id,
  level: one.level,
  restLevel: 'restLevel' in one ? (one.restLevel ?? null) : null,
  contains: one.contains,
  unlocated: 'unlocated' in one ? one.unlocated : null,
  possible: 'possible' in one ? (one.possible ?? []).map((area) => area.id) : [],
  nearby: 'nearby' in one ? (one.nearby ?? []).map((area) => area.id) : [],
  why: one.why.rule,
});

const MOST = 30;

/** Ask the page and the API the same words at the same moment (epoch ms). */
export function askBoth(index: AreaIndex, q: string, now: number) {
  const rt = {
    lookup: { index },
    clock: { now: () => now, drill: false },
    log: { confirmedAt: Date.now() },
    drill: null,
  } as unknown as Pick<Runtime, 'lookup' | 'clock' | 'log' | 'drill'>;
  const { body } = lookupPage(rt, { q, cut: false, id: null, code: null, within: null });
  const at = Math.max(index.evaluatedAt, Math.floor(now / 60_000) * 60_000);
  const state = { index, at, mark: '', etag: '', head: Buffer.alloc(0) };
  const tail = lookupAnswer(state, { q, options: { at, limit: MOST }, past: false }).toString();
  const api = JSON.parse(`{${tail.slice(1)}`) as { results: Written[] };
  const sheet = body.kind === 'answer' ? body.sheet : null;
  const others = body.kind === 'answer' ? [...body.others.rivals, ...body.others.further] : [];
  const shown = new Set(others.map((one) => one.id));
  const overlaps = sheet?.overlapping.map((row) => row.name) ?? [];
  return {
    page: { opened: sheet && said(sheet.result), others: others.map(said) },
    api: {
      opened: api.results[0] === undefined ? null : said(api.results[0]),
      others: api.results
        .slice(1)
        .filter((one) => shown.has(one.id))
        .map(said),
    },
    /** What leads on the page, and divisions of its first line that the API's sentence does not name. */
    headline: sheet && headlineOf(sheet),
    unsaid: overlaps.filter((name) => !api.results[0]?.sentence.zh.includes(name)),
    narrowed: narrowings(others).length,
  };
}
