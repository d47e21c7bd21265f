import type { ListSummary } from '@/domain/list/summary';

/** When a list must wait for an officer. Absence is never a release by itself. */
export interface HoldPolicy {
  /** Honest lists dropped up to 38 % of their places at once (7 December 2022), truncated ones 68–94 %. */
  readonly maxDropShare: number;
  /**
   * Up to this many hours apart two lists are neighbours and the places that disappeared count. Further apart places
   * honestly come and go (one prefecture replaced 44 % within a day), so only the net loss counts.
   */
  readonly neighbourHours: number;
  /** A province may leave the list unseen when it had at most this many places. 0: every one is seen. */
  readonly maxEndingProvincePlaces: number;
  /** Beyond this age of the previous list single provinces end honestly; then only a large part of them leaving counts. */
  readonly provinceMemoryDays: number;
  readonly maxProvinceDropShare: number;
}

export const DEFAULT_HOLD_POLICY: HoldPolicy = {
  maxDropShare: 0.4,
  neighbourHours: 12,
  maxEndingProvincePlaces: 0,
  provinceMemoryDays: 10,
  maxProvinceDropShare: 0.25,
};

export type HoldCode =
  | 'COUNTS_DISAGREE'
  | 'OLDER_THAN_LAST'
  | 'SAME_HOUR_OTHER_CONTENT'
  | 'EMPTY_AFTER_FULL'
  | 'TOO_MANY_GONE'
  | 'PROVINCES_GONE';

/** One reason to wait, with its sentence in both languages. */
export interface HoldReason {
  readonly code: HoldCode;
  readonly zh: string;
  readonly en: string;
}

const HOUR_MS = 3_600_000;

/**
 * Why a list must be confirmed by an officer before it is applied; empty when it need not be.
 * @param previous the last applied list of the same authority; null for the first
 * @param next the list at hand
 * @param disappeared standing high or medium places that `next` does not name, renamed ones not counted (`ListDiff.disappeared`)
 */
export function holdReasons(
  previous: ListSummary | null,
  next: ListSummary,
  disappeared: number,
  policy: Partial<HoldPolicy> = {},
): HoldReason[] {
  const limits = { ...DEFAULT_HOLD_POLICY, ...policy };
  const reasons: HoldReason[] = [];
  const hold = (code: HoldCode, zh: string, en: string): void => {
    reasons.push({ code, zh, en });
  };
  if (!next.countsAgree) {
    hold(
      'COUNTS_DISAGREE',
      '名单自身的合计与所列条目不符。',
      'The list’s own totals differ from what it names.',
    );
  }
  if (previous === null) return reasons;
  const hours = (next.listTime - previous.listTime) / HOUR_MS;
  if (hours < 0) {
    hold(
      'OLDER_THAN_LAST',
      '名单时间早于已采用的上一份名单。',
      'The list is older than the last one that was applied.',
    );
  } else if (hours === 0 && next.fingerprint !== previous.fingerprint) {
    hold(
      'SAME_HOUR_OTHER_CONTENT',
      '与上一份名单时间相同而内容不同。',
      'The list has the hour of the last one but other content.',
    );
  }
  if (previous.places === 0) return reasons;
  if (next.places === 0) {
    hold(
      'EMPTY_AFTER_FULL',
      `名单为空，而上一份有${previous.places}处。`,
      `The list is empty; the last one named ${previous.places} places.`,
    );
    return reasons;
  }
  const neighbours = Math.abs(hours) <= limits.neighbourHours;
  const lost = neighbours ? disappeared : Math.max(0, previous.places - next.places);
  if (lost > previous.places * limits.maxDropShare) {
    const [share, most] = [percent(lost / previous.places), percent(limits.maxDropShare)];
    hold(
      'TOO_MANY_GONE',
      `${previous.places}处中${neighbours ? '有' : '净减少'}${lost}处不再列出（${share}），超过${most}。`,
      `${lost} of ${previous.places} places are gone${neighbours ? '' : ' net'} (${share}), more than ${most}.`,
    );
  }
  const gone = Object.entries(previous.provinces).filter(
    ([province, places]) => places > limits.maxEndingProvincePlaces && !(province in next.provinces),
  );
  const allowed =
    hours <= limits.provinceMemoryDays * 24
      ? 0
      : Object.keys(previous.provinces).length * limits.maxProvinceDropShare;
  if (gone.length > allowed) {
    const names = gone.map(([province, places]) => `${province} ${places}`);
    hold(
      'PROVINCES_GONE',
      `${gone.length}个省份整体消失：${names.join('、')}。`,
      `${gone.length} provinces left the list altogether: ${names.join(', ')}.`,
    );
  }
  return reasons;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
