import type { ListChange, Loss } from '@/domain/list/list-change';

/** Parts of fewer places say nothing about how evenly a loss is spread. */
const MEASURED = 10;

/** Parts that must be measurable before a loss can be called even. */
const ENOUGH = 4;

/**
 * How unevenly a loss is spread: places left out of a file hit every part of the nation alike, releases do not.
 * @returns 0 when every province lost the same share, 1 when provinces ended wholly or not at all: the standard deviation of
 * their shares, weighted by places, against the largest that the total share allows. Prefectures are measured where too
 * few provinces are large enough; null where too few of these are.
 */
export function unevenness({ provinces, prefectures }: ListChange): number | null {
  return deviation(provinces) ?? deviation(prefectures);
}

function deviation(parts: Loss): number | null {
  const measured = Object.values(parts).filter(({ before }) => before >= MEASURED);
  if (measured.length < ENOUGH) return null;
  let [before, gone] = [0, 0];
  for (const part of measured) {
    before += part.before;
    gone += part.gone;
  }
  if (gone === 0 || gone === before) return 1;
  const share = gone / before;
  let variance = 0;
  for (const part of measured) variance += part.before * (part.gone / part.before - share) ** 2;
  return Math.sqrt(variance / before / (share * (1 - share)));
}
