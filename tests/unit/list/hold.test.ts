import { describe, expect, it } from 'vitest';
import { type HoldCode, holdReasons } from '@/domain/list/hold';
import { type ListSummary, summarizeList } from '@/domain/list/summary';
import type { ListEntry, ParsedList } from '@/domain/list/types';

const DAY_MS = 86_400_000;
const NOON = Date.parse('2022-12-01T12:00:00+08:00');

function summary(provinces: Record<string, number>, hours = 0, more: Partial<ListSummary> = {}): ListSummary {
  const places = Object.values(provinces).reduce((sum, count) => sum + count, 0);
  const listTime = NOON + hours * 3_600_000;
  return { listTime, places, provinces, fingerprint: JSON.stringify(provinces), countsAgree: true, ...more };
}

function codes(previous: ListSummary | null, next: ListSummary, disappeared: number): HoldCode[] {
  return holdReasons(previous, next, disappeared).map((reason) => reason.code);
}

const BEFORE = summary({ 山东省: 60, 河北省: 40 });

describe('a list is held', () => {
  it('when more than 40 % of the standing places disappear at once, whatever came in their stead', () => {
    expect(holdReasons(BEFORE, summary({ 山东省: 60, 河北省: 40 }, 3, { fingerprint: 'x' }), 41)).toEqual([
      {
        code: 'TOO_MANY_GONE',
        zh: '100处中有41处不再列出（41 %），超过40 %。',
        en: '41 of 100 places are gone (41 %), more than 40 %.',
      },
    ]);
    expect(codes(BEFORE, summary({ 山东省: 40, 河北省: 20 }, 3), 40)).toEqual([]);
  });

  it('when the list shrank by more than 40 % since a list of days ago', () => {
    expect(codes(BEFORE, summary({ 山东省: 40, 河北省: 19 }, 30), 100)).toEqual(['TOO_MANY_GONE']);
    expect(codes(BEFORE, summary({ 山东省: 40, 河北省: 20 }, 30), 100)).toEqual([]);
  });

  it('when a province left it altogether', () => {
    const before = summary({ 山东省: 60, 海南省: 4 });
    expect(holdReasons(before, summary({ 山东省: 60 }, 3), 4)).toEqual([
      {
        code: 'PROVINCES_GONE',
        zh: '1个省份整体消失：海南省 4。',
        en: '1 provinces left the list altogether: 海南省 4.',
      },
    ]);
  });

  it('when many provinces left it since a list of weeks ago, though single ones may end by then', () => {
    const before = summary({ 山东省: 9, 河北省: 9, 海南省: 4, 安徽省: 3, 江苏省: 2 });
    const weeks = (21 * DAY_MS) / 3_600_000;
    expect(codes(before, summary({ 山东省: 90, 河北省: 9, 海南省: 4, 安徽省: 1 }, weeks), 20)).toEqual([]);
    expect(codes(before, summary({ 山东省: 90, 河北省: 9, 海南省: 4 }, weeks), 20)).toEqual([
      'PROVINCES_GONE',
    ]);
  });

  it('when it is older than the last one', () => {
    expect(codes(BEFORE, summary({ 山东省: 60, 河北省: 40 }, -1, { fingerprint: 'x' }), 0)).toEqual([
      'OLDER_THAN_LAST',
    ]);
  });

  it('when it has the hour of the last one but other content', () => {
    expect(codes(BEFORE, summary({ 山东省: 60, 河北省: 41 }), 0)).toEqual(['SAME_HOUR_OTHER_CONTENT']);
    expect(codes(BEFORE, summary({ 山东省: 60, 河北省: 40 }), 0)).toEqual([]);
  });

  it('when it is empty after a full one', () => {
    expect(codes(BEFORE, summary({}, 3), 100)).toEqual(['EMPTY_AFTER_FULL']);
    expect(codes(summary({}), summary({}, 3), 0)).toEqual([]);
  });

  it('when it miscounts itself, even as the first', () => {
    expect(codes(null, summary({ 山东省: 1 }, 0, { countsAgree: false }), 0)).toEqual(['COUNTS_DISAGREE']);
    expect(codes(null, summary({ 山东省: 1 }), 0)).toEqual([]);
  });

  it('by the shares the headquarters set', () => {
    const next = summary({ 山东省: 60, 河北省: 40 }, 3, { fingerprint: 'x' });
    expect(holdReasons(BEFORE, next, 25, { maxDropShare: 0.2 }).map((reason) => reason.code)).toEqual([
      'TOO_MANY_GONE',
    ]);
    expect(holdReasons(BEFORE, summary({ 山东省: 70 }, 30), 40, { maxEndingProvincePlaces: 40 })).toEqual([]);
  });
});

describe('the summary of a list', () => {
  function listOf(entries: readonly Partial<ListEntry>[], warnings: ParsedList['warnings'] = []): ParsedList {
    return {
      form: 'NATIONAL_JSON',
      listTime: NOON,
      statedCounts: { HIGH: 0, MEDIUM: 0, LOW: null },
      entries: entries.map((entry, ordinal) => ({
        ordinal,
        level: 'HIGH',
        province: '山东省',
        city: '潍坊市',
        county: '寒亭区',
        writtenPath: '山东省 潍坊市 寒亭区',
        place: '前朱里村',
        pointer: '',
        ...entry,
      })),
      warnings,
    };
  }

  it('counts high and medium places by province, not low ones', () => {
    const { places, provinces } = summarizeList(
      listOf([{}, { province: '河北省', level: 'MEDIUM' }, { level: 'LOW' }]),
    );
    expect([places, provinces]).toEqual([2, { 山东省: 1, 河北省: 1 }]);
  });

  it('has one fingerprint whatever the order and spacing, another when a level differs', () => {
    const a = summarizeList(listOf([{}, { place: '牛家村' }])).fingerprint;
    expect(summarizeList(listOf([{ place: '牛家村 ' }, {}])).fingerprint).toBe(a);
    expect(summarizeList(listOf([{}, { place: '牛家村', level: 'MEDIUM' }])).fingerprint).not.toBe(a);
  });
});
