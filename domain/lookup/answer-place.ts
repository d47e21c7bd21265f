import { answerArea } from '@/domain/lookup/answer-area';
import { answerDivision } from '@/domain/lookup/answer-division';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { withDefaults } from '@/domain/lookup/asked';
import { withGuards } from '@/domain/lookup/guards';
import { searchPlaces } from '@/domain/lookup/search-places';
import type { LookupResult, SearchOptions, Understood } from '@/domain/lookup/types';

/** What is asked: words as a person types them, an area by its id, or a division by its code. */
export type Question =
  | { readonly by: 'words'; readonly words: string }
  | { readonly by: 'area'; readonly id: string }
  | { readonly by: 'division'; readonly code: string };

/** What is known of a question at an instant: the same for every door, which only renders it. */
export interface PlaceAnswer {
  /** The change-log sequence it reflects. */
  readonly version: number;
  /** The instant answered for, epoch ms. */
  readonly at: number;
  /** Best first, each with its guards. */
  readonly results: readonly LookupResult[];
  /** How the words were read; null for an id or a code. */
  readonly understood: Understood | null;
}

const BY_ADDRESS = { type: 'code', score: 1 } as const;

/**
 * Answer a question from a snapshot. Page, API and area pages all answer through here, so that they cannot say two things of
 * one place: what is found, and what must be said beside its level (`withGuards`). Pure and total; an id or code that nothing
 * has, and words that name nothing, give no results.
 */
export function answerPlace(index: AreaIndex, question: Question, options: SearchOptions): PlaceAnswer {
  const { results, understood } = found(index, question, options);
  const { at } = options;
  const guarded = results.map((result) => withGuards(index, result, results, at));
  return { version: index.version, at, results: guarded, understood };
}

function found(
  index: AreaIndex,
  question: Question,
  options: SearchOptions,
): Pick<PlaceAnswer, 'results' | 'understood'> {
  if (question.by === 'words') return searchPlaces(index, question.words, options);
  const asked = withDefaults(options);
  const result =
    question.by === 'area'
      ? answerArea(index, question.id, asked, BY_ADDRESS)
      : answerDivision(index, question.code, asked, BY_ADDRESS);
  return { results: result === null ? [] : [result], understood: null };
}
