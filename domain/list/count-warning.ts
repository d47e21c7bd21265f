import type { StatedLevel } from '@/domain/level/level';
import type { ListWarning } from '@/domain/list/types';

const WORDS: Readonly<Record<StatedLevel, { zh: string; en: string }>> = {
  HIGH: { zh: '高风险', en: 'high-risk' },
  MEDIUM: { zh: '中风险', en: 'medium-risk' },
  LOW: { zh: '低风险', en: 'low-risk' },
};

/** The warning that a list's own total of a level is not the number of places found; null when they agree. */
export function countWarning(
  level: StatedLevel,
  stated: number,
  counted: number,
  pointer: string,
): ListWarning | null {
  if (stated === counted) return null;
  const word = WORDS[level];
  return {
    code: 'COUNT_MISMATCH',
    pointer,
    expected: String(stated),
    found: String(counted),
    zh: `名单自称有${word.zh}地区${stated}个，实际列出${counted}个。`,
    en: `The list states ${stated} ${word.en} places but names ${counted}.`,
  };
}
