import type { LevelCounts } from '@/domain/lookup/types';

/** Gives the text of a message; `values` fill its blanks. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** 「高风险区 35 个、中风险区 3 个」; '' when there are none. @param t texts of `lookup` */
export function countsText(t: Say, counts: LevelCounts): string {
  return (['HIGH', 'MEDIUM'] as const)
    .filter((level) => counts[level] > 0)
    .map((level) => t(`counts.${level}`, { count: counts[level] }))
    .join(t('counts.join'));
}
