import type { Level } from '@/domain/level/level';
import type { DayLevel } from '@/domain/lookup/sheet/sheet';

/** Days in a row at one level, first and last as `YYYY-MM-DD`. */
export interface DayRun {
  readonly from: string;
  readonly to: string;
  readonly level: Level;
}

/** The strip in as few stretches as tell it all, oldest first. */
export function dayRuns(days: readonly DayLevel[]): DayRun[] {
  const runs: DayRun[] = [];
  for (const { day, level } of days) {
    const last = runs.at(-1);
    if (last?.level === level) runs[runs.length - 1] = { ...last, to: day };
    else runs.push({ from: day, to: day, level });
  }
  return runs;
}
