import { goneHolds, noneNew } from '@/domain/list/hold-gone';
import {
  DEFAULT_HOLD_POLICY,
  type HoldCode,
  type HoldPolicy,
  type HoldReason,
  percent,
} from '@/domain/list/hold-policy';
import { provinceHolds } from '@/domain/list/hold-provinces';
import { readingHolds } from '@/domain/list/hold-reading';
import type { ListChange, PastChanges } from '@/domain/list/list-change';
import type { ListSummary } from '@/domain/list/summary';
import type { ListWarning } from '@/domain/list/types';

/** What a list is judged by. */
export interface HoldInput {
  /** The last applied list of the same authority; null for the first. */
  readonly previous: ListSummary | null;
  readonly next: ListSummary;
  /** What the reading of the list left open. */
  readonly warnings: readonly ListWarning[];
  readonly change: ListChange;
  readonly past: PastChanges;
  /** The clock's present, epoch ms. */
  readonly now: number;
}

const HOUR_MS = 3_600_000;
/** A level of fewer places ends honestly between two lists. */
const LARGE_LEVEL = 20;

/** Why a list must be confirmed by an officer before it is applied; empty when it need not be. */
export function holdReasons(input: HoldInput, policy: Partial<HoldPolicy> = {}): HoldReason[] {
  const { previous, next, change, past } = input;
  const limits = { ...DEFAULT_HOLD_POLICY, ...policy };
  const reasons = readingHolds(input.warnings);
  const hold = (code: HoldCode, zh: string, en: string): void => {
    reasons.push({ code, zh, en });
  };
  if (next.listTime > input.now) {
    hold('DATED_AHEAD', '名单时间晚于现在。', 'The list is dated after the present.');
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
    // More places and none lost: the second edition of an hour completes the first.
    if (change.gone > 0 || change.lowered > 0) {
      hold(
        'SAME_HOUR_OTHER_CONTENT',
        `与上一份名单时间相同，却少了${change.gone}处，下调${change.lowered}处。`,
        `The list has the hour of the last one but lacks ${change.gone} of its places and lowers ${change.lowered}.`,
      );
    }
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
  const lost = neighbours ? change.gone : Math.max(0, previous.places - next.places);
  if (lost > previous.places * limits.maxDropShare) {
    const [share, most] = [percent(lost / previous.places), percent(limits.maxDropShare)];
    hold(
      'TOO_MANY_GONE',
      `${previous.places}处中${neighbours ? '有' : '净减少'}${lost}处不再列出（${share}），超过${most}。`,
      `${lost} of ${previous.places} places are gone${neighbours ? '' : ' net'} (${share}), more than ${most}.`,
    );
  }
  reasons.push(...goneHolds(change, lost, past, hours, limits));
  const nothingCame = noneNew(change, past, hours, limits.noneNewShare) === true;
  reasons.push(
    ...provinceHolds(previous, next, past, nothingCame, limits),
    ...levelHolds(previous, next, change, hours, limits),
  );
  return reasons;
}

function levelHolds(
  previous: ListSummary,
  next: ListSummary,
  change: ListChange,
  hours: number,
  policy: HoldPolicy,
): HoldReason[] {
  if (!previous.levels || !next.levels || hours > policy.provinceMemoryDays * 24) return [];
  const [had, has] = [previous.levels, next.levels];
  const words = { HIGH: ['高风险', 'high-risk'], MEDIUM: ['中风险', 'medium-risk'] } as const;
  return (['HIGH', 'MEDIUM'] as const)
    .filter((level) => had[level] >= LARGE_LEVEL && has[level] === 0 && change.gone >= had[level] / 2)
    .map((level): HoldReason => {
      const [zh, en] = words[level];
      return {
        code: 'LEVEL_GONE',
        zh: `上一份有${zh}地区${had[level]}处，这份一处也没有。`,
        en: `The last list named ${had[level]} ${en} places, this one names none.`,
      };
    });
}
