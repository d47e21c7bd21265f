import type { Beside } from '@/domain/lookup/answer-division';
import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import type { MatchType } from '@/domain/lookup/types';

/** A find before its result is written out. */
export type Hit =
  | {
      readonly kind: 'division';
      readonly ordinal: number;
      readonly type: MatchType;
      readonly score: number;
      readonly beside?: Beside;
    }
  | { readonly kind: 'area'; readonly entry: AreaEntry; readonly type: MatchType; readonly score: number };

/** Scores by how the text was found; only their order means something. */
export const SCORES: Record<MatchType, number> = {
  code: 1,
  exact: 1,
  point: 1,
  alias: 0.95,
  address: 0.9,
  prefix: 0.7,
  substring: 0.5,
  pinyin: 0.3,
};

/** Of two finds in the same way, the one whose name is nearer in length to the query scores a little more. */
export function scoreOf(type: MatchType, queryLength: number, nameLength: number): number {
  const share = Math.min(1, queryLength / Math.max(1, nameLength));
  return Math.round((SCORES[type] - 0.1 + 0.1 * share) * 1000) / 1000;
}
