import type { LocalDay } from '@/domain/time/shanghai';

/** No infection was known anywhere before December 2019. */
export const FIRST_FOUND_ON: LocalDay = '2019-12-01';

/**
 * The longest sampling window of one part of a round. 《区域新型冠状病毒核酸检测组织实施指南（第三版）》 (2022-03) gives a round 24 hours,
 * its second edition (2021-09) two or three days, and the first (2021-02) at most five, in a city of millions.
 */
export const LONGEST_WINDOW_MS = 5 * 24 * 3_600_000;
