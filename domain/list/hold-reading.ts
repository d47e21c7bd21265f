import type { HoldReason } from '@/domain/list/hold-reason';
import type { ListWarning, ListWarningCode } from '@/domain/list/list-warning';

const SHOWN = 3;
const READING = ['COUNTS_DISAGREE', 'NOT_READ', 'DOUBTFUL_PLACES'] as const;

const HELD_AS: Readonly<Record<ListWarningCode, (typeof READING)[number] | null>> = {
  COUNT_MISMATCH: 'COUNTS_DISAGREE',
  LINE_COUNT_MISMATCH: 'COUNTS_DISAGREE',
  UNREAD_LINE: 'NOT_READ',
  UNFINISHED: 'NOT_READ',
  WRAPPED_PLACE: 'DOUBTFUL_PLACES',
  READ_BY_COUNT: 'DOUBTFUL_PLACES',
  ODD_PLACE: 'DOUBTFUL_PLACES',
  BLANK_PLACE: 'DOUBTFUL_PLACES',
  OTHER_ENCODING: null,
};

/** The reasons to wait that lie in the reading of a list: always, whatever it would change. The lines are shown. */
export function readingHolds(warnings: readonly ListWarning[]): HoldReason[] {
  return READING.flatMap((code) => {
    const found = warnings.filter((warning) => HELD_AS[warning.code] === code);
    if (found.length === 0) return [];
    const shown = found.slice(0, SHOWN);
    return [{ code, shown, more: found.length - shown.length }];
  });
}
