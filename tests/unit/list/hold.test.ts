import { describe, expect, it } from 'vitest';
import { type HoldInput, holdReasons } from '@/domain/list/hold';
import type { HoldCode } from '@/domain/list/hold-reason';
import { type ListChange, NO_PAST, type PastChanges } from '@/domain/list/list-change';
import type { ListWarning } from '@/domain/list/list-warning';
import { type ListSummary, summarizeList } from '@/domain/list/summary';
import type { ListEntry, ParsedList } from '@/domain/list/types';

const HOUR_MS = 3_600_000;
const NOON = Date.parse('2022-12-01T12:00:00+08:00');
const LATER = NOON + 90 * 24 * HOUR_MS;

function summary(provinces: Record<string, number>, hours = 0, more: Partial<ListSummary> = {}): ListSummary {
  const places = Object.values(provinces).reduce((sum, count) => sum + count, 0);
  const listTime = NOON + hours * HOUR_MS;
  return { listTime, places, provinces, fingerprint: JSON.stringify(provinces), countsAgree: true, ...more };
}

/** A change that takes `gone` from the provinces named, and brings `added`. */
function change(
  before: Record<string, number>,
  gone: Record<string, number>,
  added = 0,
  lowered = 0,
): ListChange {
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
  const provinces = Object.fromEntries(
    Object.entries(before).map(([name, count]) => [name, { before: count, gone: gone[name] ?? 0 }]),
  );
  return { before: sum(before), gone: sum(gone), added, lowered, provinces, prefectures: {} };
}

function judge(input: Partial<HoldInput> & Pick<HoldInput, 'next'>) {
  const nothing = change({}, {});
  return holdReasons({
    previous: null,
    warnings: [],
    change: nothing,
    past: NO_PAST,
    now: LATER,
    ...input,
  });
}

const codes = (input: Parameters<typeof judge>[0]): HoldCode[] => judge(input).map((reason) => reason.code);

const TWO = { 山东省: 60, 河北省: 40 };
const BEFORE = summary(TWO);

describe('a list is held', () => {
  it('when more than 35 % of the standing places disappear at once, whatever came in their stead', () => {
    const next = summary(TWO, 3, { fingerprint: 'x' });
    expect(judge({ previous: BEFORE, next, change: change(TWO, { 山东省: 36 }, 36) })).toEqual([
      { code: 'TOO_MANY_GONE', before: 100, gone: 36, net: false, most: 0.35 },
    ]);
    expect(codes({ previous: BEFORE, next, change: change(TWO, { 山东省: 35 }, 35) })).toEqual([]);
  });

  it('when the list shrank by more than 35 % since a list of days ago', () => {
    const all = change(TWO, TWO, 65);
    expect(codes({ previous: BEFORE, next: summary({ 山东省: 40, 河北省: 24 }, 30), change: all })).toEqual([
      'TOO_MANY_GONE',
    ]);
    expect(codes({ previous: BEFORE, next: summary({ 山东省: 40, 河北省: 25 }, 30), change: all })).toEqual(
      [],
    );
  });

  it('by the share the headquarters set', () => {
    const next = summary(TWO, 3, { fingerprint: 'x' });
    const input = { previous: BEFORE, next, change: change(TWO, { 山东省: 25 }, 25) };
    const all = { warnings: [], past: NO_PAST, now: LATER, ...input };
    expect(holdReasons(all, { maxDropShare: 0.2 }).map((reason) => reason.code)).toEqual(['TOO_MANY_GONE']);
    expect(holdReasons(all)).toEqual([]);
  });

  it('when it is older than the last one', () => {
    expect(codes({ previous: BEFORE, next: summary(TWO, -1, { fingerprint: 'x' }) })).toEqual([
      'OLDER_THAN_LAST',
    ]);
  });

  it('when it is dated after the present, even as the first', () => {
    expect(codes({ next: summary(TWO, 1), now: NOON })).toEqual(['DATED_AHEAD']);
    expect(codes({ next: summary(TWO, 1), now: NOON + HOUR_MS })).toEqual([]);
  });

  it('when it is empty after a full one', () => {
    expect(codes({ previous: BEFORE, next: summary({}, 3), change: change(TWO, TWO) })).toEqual([
      'EMPTY_AFTER_FULL',
    ]);
    expect(codes({ previous: summary({}), next: summary({}, 3) })).toEqual([]);
  });

  it('when one of its two levels is missing', () => {
    const previous = summary(TWO, 0, { levels: { HIGH: 70, MEDIUM: 30 } });
    const next = summary({ 山东省: 45, 河北省: 30 }, 3, { levels: { HIGH: 75, MEDIUM: 0 } });
    const gone = change(TWO, { 山东省: 30 }, 5);
    expect(codes({ previous, next, change: gone })).toEqual(['LEVEL_GONE']);
    // What was stored before levels were counted says nothing about them.
    expect(codes({ previous: BEFORE, next, change: gone })).toEqual([]);
  });
});

describe('a second edition of an hour', () => {
  const next = summary({ 山东省: 60, 河北省: 41 });
  it('passes with more places and none lost', () => {
    expect(codes({ previous: BEFORE, next, change: change(TWO, {}, 1) })).toEqual([]);
  });
  it('is held when it lacks or lowers a place of the first', () => {
    expect(codes({ previous: BEFORE, next, change: change(TWO, { 河北省: 1 }, 2) })).toEqual([
      'SAME_HOUR_OTHER_CONTENT',
    ]);
    expect(codes({ previous: BEFORE, next, change: change(TWO, {}, 1, 1) })).toEqual([
      'SAME_HOUR_OTHER_CONTENT',
    ]);
  });
});

// The truncated lists of December 2022: 26 % and 37 % gone, none new, in every province; one lost 10,372 places.
const FIVE = { 广东省: 12_000, 北京市: 9_000, 山东省: 8_000, 重庆市: 6_000, 河北省: 5_000 };
const share = (part: number) =>
  Object.fromEntries(Object.entries(FIVE).map(([name, count]) => [name, Math.round(count * part)]));
const NEW_EVERY_LIST: PastChanges = {
  changes: [40, 25, 60, 33].map((added) => ({ hours: 3, added, gone: 30 })),
  peaks: FIVE,
};
const QUIET: PastChanges = {
  changes: [0, 1, 0, 0, 2].map((added) => ({ hours: 6, added, gone: 30 })),
  peaks: FIVE,
};

describe('many places gone', () => {
  const previous = summary(FIVE);
  const next = summary(share(0.74), 3);

  it.each([0.26, 0.34])('%d of every province and none new are held: a truncated list', (part) => {
    for (const past of [NO_PAST, NEW_EVERY_LIST, QUIET]) {
      const cut = change(FIVE, share(part));
      expect(codes({ previous, next, change: cut, past })).toEqual(['GONE_NONE_NEW']);
    }
  });

  it('are shown with their figures', () => {
    const [hold] = judge({ previous, next, change: change(FIVE, share(0.26)), past: NEW_EVERY_LIST });
    expect(hold).toEqual({ code: 'GONE_NONE_NEW', before: 40_000, gone: 10_400, added: 0 });
  });

  it('with tens of new ones and some provinces more than others pass: an honest drop', () => {
    const honest = change(FIVE, { 广东省: 9_000, 重庆市: 2_500, 河北省: 400 }, 60);
    expect(codes({ previous, next: summary(FIVE, 3), change: honest, past: NEW_EVERY_LIST })).toEqual([]);
  });

  it('evenly from every province are held even if new ones came', () => {
    const even = change(FIVE, share(0.2), 120);
    expect(codes({ previous, next, change: even, past: NEW_EVERY_LIST })).toEqual(['GONE_EVENLY']);
  });

  it('in one city, none new, pass where the lists before had none new either', () => {
    const release = change(FIVE, { 广东省: 4_000 });
    expect(codes({ previous, next: summary(FIVE, 3), change: release, past: QUIET })).toEqual([]);
    expect(codes({ previous, next: summary(FIVE, 3), change: release, past: NEW_EVERY_LIST })).toEqual([
      'GONE_NONE_NEW',
    ]);
  });
});

describe('provinces that leave the list', () => {
  const without = (names: string[]) =>
    Object.fromEntries(Object.entries(MANY).filter(([name]) => !names.includes(name)));
  const MANY = {
    山东省: 900,
    河北省: 700,
    安徽省: 45,
    海南省: 4,
    浙江省: 3,
    江苏省: 2,
    江西省: 2,
    湖北省: 1,
  };
  const leave = (names: string[], hours = 3, past: PastChanges = NO_PAST, added = 5, more = {}) => {
    const left = names.map((name) => [name, MANY[name as keyof typeof MANY]]);
    const gone = { ...Object.fromEntries(left), ...more };
    const next = summary(without(names), hours);
    return judge({ previous: summary(MANY), next, change: change(MANY, gone, added), past });
  };

  it('pass when they are a few small ones', () => {
    expect(leave(['海南省'])).toEqual([]);
    expect(leave(['海南省', '江苏省'])).toEqual([]);
  });

  it('are held when they are more, or a large one', () => {
    expect(leave(['安徽省', '海南省']).map((reason) => reason.code)).toEqual(['PROVINCES_GONE']);
    expect(leave(['海南省', '浙江省', '江苏省', '江西省', '湖北省']).map((reason) => reason.code)).toEqual([
      'PROVINCES_GONE',
    ]);
    expect(leave(['河北省']).map((reason) => reason.code)).toContain('PROVINCES_GONE');
    expect(leave(['安徽省'])).toEqual([
      { code: 'PROVINCES_GONE', provinces: [{ province: '安徽省', places: 45 }] },
    ]);
  });

  it('pass at a larger size when they had been fading', () => {
    expect(leave(['安徽省'], 3, { changes: [], peaks: { 安徽省: 90 } })).toEqual([]);
  });

  it('are held when nothing new came where the lists before had new places', () => {
    expect(leave(['海南省'], 3, NEW_EVERY_LIST, 0, { 山东省: 90 }).map((reason) => reason.code)).toContain(
      'PROVINCES_GONE',
    );
    expect(leave(['海南省'], 3, QUIET, 0, { 山东省: 90 })).toEqual([]);
  });

  it('end honestly over weeks, though not many of them', () => {
    expect(leave(['安徽省'], 21 * 24)).toEqual([]);
    expect(leave(['安徽省', '海南省', '浙江省'], 21 * 24).map((reason) => reason.code)).toEqual([
      'PROVINCES_GONE',
    ]);
  });
});

describe('what was left open in reading', () => {
  const warning = (code: ListWarning['code'], line: number): ListWarning => {
    const at = { pointer: `${line}:1`, found: `第${line}行` };
    switch (code) {
      case 'COUNT_MISMATCH':
        return { code, ...at, level: 'HIGH', stated: line, found: 1 };
      case 'LINE_COUNT_MISMATCH':
        return { code, ...at, line, stated: 2, counted: 1 };
      case 'WRAPPED_PLACE':
        return { code, ...at, line, read: '' };
      default:
        return { code, ...at, line };
    }
  };

  it.each<[ListWarning['code'], HoldCode]>([
    ['COUNT_MISMATCH', 'COUNTS_DISAGREE'],
    ['LINE_COUNT_MISMATCH', 'COUNTS_DISAGREE'],
    ['UNREAD_LINE', 'NOT_READ'],
    ['UNFINISHED', 'NOT_READ'],
    ['WRAPPED_PLACE', 'DOUBTFUL_PLACES'],
    ['READ_BY_COUNT', 'DOUBTFUL_PLACES'],
    ['ODD_PLACE', 'DOUBTFUL_PLACES'],
    ['BLANK_PLACE', 'DOUBTFUL_PLACES'],
  ])('%s holds always, even the first list', (code, held) => {
    expect(codes({ next: BEFORE, warnings: [warning(code, 3)] })).toEqual([held]);
  });

  it('is shown line by line, the first three', () => {
    const warnings = [3, 7, 8, 9, 12].map((at) => warning('UNREAD_LINE', at));
    expect(judge({ next: BEFORE, warnings })).toEqual([
      { code: 'NOT_READ', shown: [3, 7, 8].map((at) => warning('UNREAD_LINE', at)), more: 2 },
    ]);
  });

  it('is no reason when only the encoding was another', () => {
    expect(codes({ next: BEFORE, warnings: [warning('OTHER_ENCODING', 1)] })).toEqual([]);
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
    const { places, provinces, levels } = summarizeList(
      listOf([{}, { province: '河北省', level: 'MEDIUM' }, { level: 'LOW' }]),
    );
    expect([places, provinces, levels]).toEqual([2, { 山东省: 1, 河北省: 1 }, { HIGH: 1, MEDIUM: 1 }]);
  });

  it('has one fingerprint whatever the order and spacing, another when a level differs', () => {
    const a = summarizeList(listOf([{}, { place: '牛家村' }])).fingerprint;
    expect(summarizeList(listOf([{ place: '牛家村 ' }, {}])).fingerprint).toBe(a);
    expect(summarizeList(listOf([{ place: '牛家村', level: 'MEDIUM' }])).fingerprint).not.toBe(a);
  });
});
