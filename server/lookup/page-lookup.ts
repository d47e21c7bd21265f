import { answerPlace, type Question } from '@/domain/lookup/answer-place';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { ordinalOf } from '@/domain/lookup/division/division-codes';
import { pathOf } from '@/domain/lookup/division/division-parts';
import { makeSheet } from '@/domain/lookup/sheet/make-sheet';
import { type Others, othersOf } from '@/domain/lookup/sheet/rivals';
import type { Sheet, TreeRow } from '@/domain/lookup/sheet/sheet';
import { provinceRows } from '@/domain/lookup/sheet/tree-rows';
import type { PathStep, Understood } from '@/domain/lookup/types';
import type { Runtime } from '@/server/runtime';
import { answersAt } from './answers-at';
import { type PageFreshness, pageFreshness } from './freshness';
import type { LookupAsk } from './page-ask';

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
  /** The present instant by the deployment's clock, epoch ms; what is answered is `answersAt`, as at every door. */
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
  const now = rt.clock.now();
  const ordinal = ask.within === null ? -1 : ordinalOf(index.divisions, ask.within);
  return {
    at: now,
    freshness: pageFreshness(rt, now),
    within: ordinal < 0 ? null : pathOf(index.divisions, ordinal),
    body: bodyOf(index, ordinal < 0 ? { ...ask, within: null } : ask, answersAt(rt)),
  };
}

function bodyOf(index: AreaIndex, ask: LookupAsk, at: number): LookupBody {
  const question = questionOf(ask);
  if (question === null) return { kind: 'start', provinces: provinceRows(index, at) };
  const options = { at, limit: MOST_RESULTS, ...(ask.within ? { within: ask.within } : {}) };
  const { results, understood } = answerPlace(index, question, options);
  const [first] = results;
  if (first === undefined) return none(index, understood, at);
  const sheet = makeSheet(index, first, results, question.by === 'words' ? question.words : null, at);
  const most = results.length === MOST_RESULTS ? MOST_RESULTS : null;
  return { kind: 'answer', sheet, others: othersOf(sheet, results), most };
}

/** An id or a code counts before words; null when nothing is asked. */
function questionOf({ id, code, q }: LookupAsk): Question | null {
  if (id !== null) return { by: 'area', id };
  if (code !== null) return { by: 'division', code };
  return q === '' ? null : { by: 'words', words: q };
}

function none(index: AreaIndex, understood: Understood | null, at: number): LookupBody {
  return { kind: 'none', understood, provinces: provinceRows(index, at) };
}
