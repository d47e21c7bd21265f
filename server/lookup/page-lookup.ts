import { answerArea } from '@/domain/lookup/answer-area';
import { answerDivision } from '@/domain/lookup/answer-division';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { withDefaults } from '@/domain/lookup/asked';
import { ordinalOf } from '@/domain/lookup/division/division-codes';
import { pathOf } from '@/domain/lookup/division/division-parts';
import { makeSheet } from '@/domain/lookup/sheet/make-sheet';
import { type Others, othersOf } from '@/domain/lookup/sheet/rivals';
import { searchPlaces } from '@/domain/lookup/sheet/search-places';
import type { Sheet, TreeRow } from '@/domain/lookup/sheet/sheet';
import { provinceRows } from '@/domain/lookup/sheet/tree-rows';
import type { LookupResult, PathStep, Understood } from '@/domain/lookup/types';
import type { Runtime } from '@/server/runtime';
import type { LookupAsk } from './page-ask';
import { type PageFreshness, pageFreshness } from './page-freshness';

const MOST_RESULTS = 30;

/** What the look-up page shows. */
export type LookupBody =
  /** Nothing was asked: the tree's first page. */
  | { readonly kind: 'start'; readonly provinces: readonly TreeRow[] }
  | {
      readonly kind: 'answer';
      readonly sheet: Sheet;
      readonly others: Others;
      /** How many results were looked for, when there may be more; else null. */
      readonly most: number | null;
    }
  /** `understood` is null for an unknown id or code. */
  | {
      readonly kind: 'none';
      readonly understood: Understood | null;
      readonly provinces: readonly TreeRow[];
    };

export interface LookupPage {
  /** The instant answered for, epoch ms of the deployment's clock. */
  readonly at: number;
  readonly freshness: PageFreshness;
  /** Path of the division the search was narrowed to; null for none, and for a code that is none. */
  readonly within: readonly PathStep[] | null;
  readonly body: LookupBody;
}

/** Answer the page from memory; nothing here waits for the database. */
export function lookupPage(
  rt: Pick<Runtime, 'lookup' | 'clock' | 'log' | 'drill'>,
  ask: LookupAsk,
): LookupPage {
  const { index } = rt.lookup;
  const at = rt.clock.now();
  const ordinal = ask.within === null ? -1 : ordinalOf(index.divisions, ask.within);
  return {
    at,
    freshness: pageFreshness(rt, at),
    within: ordinal < 0 ? null : pathOf(index.divisions, ordinal),
    body: bodyOf(index, ordinal < 0 ? { ...ask, within: null } : ask, at),
  };
}

function bodyOf(index: AreaIndex, ask: LookupAsk, at: number): LookupBody {
  const named = byAddress(index, ask, at);
  if (named !== undefined) return named ?? none(index, null, at);
  if (ask.q === '') return { kind: 'start', provinces: provinceRows(index, at) };
  const options = { at, limit: MOST_RESULTS, ...(ask.within ? { within: ask.within } : {}) };
  const { results, understood } = searchPlaces(index, ask.q, options);
  const [first] = results;
  if (first === undefined) return none(index, understood, at);
  const sheet = makeSheet(index, first, results, ask.q, at);
  const most = results.length === MOST_RESULTS ? MOST_RESULTS : null;
  return { kind: 'answer', sheet, others: othersOf(sheet, results), most };
}

/** The answer for an id or a code; null when nothing has it, undefined when neither is asked for. */
function byAddress(index: AreaIndex, ask: LookupAsk, at: number): LookupBody | null | undefined {
  if (ask.id === null && ask.code === null) return undefined;
  const match = { type: 'code', score: 1 } as const;
  const asked = withDefaults({ at });
  const result: LookupResult | null =
    ask.id !== null
      ? answerArea(index, ask.id, asked, match)
      : answerDivision(index, ask.code ?? '', asked, match);
  if (result === null) return null;
  const sheet = makeSheet(index, result, [], null, at);
  return { kind: 'answer', sheet, others: { rivals: [], further: [] }, most: null };
}

function none(index: AreaIndex, understood: Understood | null, at: number): LookupBody {
  return { kind: 'none', understood, provinces: provinceRows(index, at) };
}
