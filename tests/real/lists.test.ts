import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DivisionCode } from '@/domain/division/types';
import { diffLists } from '@/domain/list/diff';
import type { ListDiff, StandingPlace } from '@/domain/list/diff-types';
import { holdReasons } from '@/domain/list/hold';
import type { HoldCode } from '@/domain/list/hold-reason';
import { measureChange, NO_PAST } from '@/domain/list/list-change';
import { parseList } from '@/domain/list/parse-list';
import { summarizeList } from '@/domain/list/summary';
import type { ListEntry, ParsedList } from '@/domain/list/types';

const FOLDER = process.env.REAL_DATA_DIR ?? path.resolve(import.meta.dirname, '../../../shared/data');
const NATIONAL = path.join(FOLDER, 'national');
const HOHHOT = path.join(FOLDER, 'hohhot');
const WEIFANG = path.join(FOLDER, 'weifang/lists-2022-11-25_12-03.jsonl');

function read(text: string): ParsedList {
  const result = parseList(text);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.list;
}

function national(file: string): ParsedList {
  return read(readFileSync(path.join(NATIONAL, file), 'utf8'));
}

function bulletin(day: '0305' | '0306'): ParsedList {
  return read(readFileSync(path.join(HOHHOT, `${day}.txt`), 'utf8'));
}

// Paths are taken as division codes: these tests are of lists, not of division resolution.
function divisionOf(entry: ListEntry): DivisionCode {
  return entry.writtenPath as DivisionCode;
}

function standingOf(list: ParsedList): StandingPlace[] {
  return list.entries
    .filter((entry) => entry.level !== 'LOW')
    .map(({ ordinal, level, writtenPath, place }) => ({
      areaId: String(ordinal),
      level,
      divisionCode: writtenPath as DivisionCode,
      writtenPath,
      place,
      aliases: [],
    }));
}

function diff(previous: ParsedList, next: ParsedList): ListDiff {
  return diffLists(standingOf(previous), next.entries, divisionOf);
}

function holds(previous: ParsedList, next: ParsedList): HoldCode[] {
  return holdReasons({
    previous: summarizeList(previous),
    next: summarizeList(next),
    warnings: next.warnings,
    change: measureChange(standingOf(previous), diff(previous, next)),
    past: NO_PAST,
    now: next.listTime,
  }).map((reason) => reason.code);
}

// data/README: file, hour, high, medium, low (null: the file has no lowlist), entries in all.
const FILES: readonly [string, string, number, number, number | null, number][] = [
  ['2022070100-64ec788e.json', '2022-07-01T00:00:00+08:00', 1, 3, null, 4],
  ['2022070922-8daeb770.json', '2022-07-09T22:00:00+08:00', 280, 305, null, 585],
  ['2022111115-56e8e38d.json', '2022-11-11T15:00:00+08:00', 3929, 3529, 455, 7913],
  ['2022112521-cf803fa9.json', '2022-11-25T21:00:00+08:00', 22480, 0, 1368, 23848],
  ['2022112608-a214ea6e.json', '2022-11-26T08:00:00+08:00', 1984, 0, 173, 2157],
  ['2022120211-555dda72.json', '2022-12-02T11:00:00+08:00', 42965, 0, 2001, 44966],
  ['2022120911-35da3502.json', '2022-12-09T11:00:00+08:00', 19309, 0, 1179, 20488],
  ['2022120911-f057e6b8.json', '2022-12-09T11:00:00+08:00', 6217, 0, 888, 7105],
  ['2022122411-401dad8e.json', '2022-12-24T11:00:00+08:00', 0, 0, 0, 0],
];

describe.skipIf(!existsSync(NATIONAL))('the national lists in data/national', () => {
  it.each(FILES)('%s is read whole and agrees with itself', (file, hour, high, medium, low, entries) => {
    const list = national(file);
    expect(list.listTime).toBe(Date.parse(hour));
    expect(list.statedCounts).toEqual({ HIGH: high, MEDIUM: medium, LOW: low });
    expect(list.entries).toHaveLength(entries);
    expect(list.warnings).toEqual([]);
  });

  it('are never held for honest change', () => {
    const [july1, july9, november11, november25, december2] = [0, 1, 2, 3, 5].map((at) =>
      national(FILES[at]?.[0] ?? ''),
    );
    if (!july1 || !july9 || !november11 || !november25 || !december2) throw new Error('a file is missing');
    expect(holds(july1, july9)).toEqual([]);
    expect(holds(july9, november11)).toEqual([]);
    expect(holds(november11, november25)).toEqual([]);
    expect(holds(november25, december2)).toEqual([]);
  });

  it.each<[string, string, HoldCode[]]>([
    ['2022112521-cf803fa9.json', '2022112608-a214ea6e.json', ['TOO_MANY_GONE', 'PROVINCES_GONE']],
    ['2022111115-56e8e38d.json', '2022112608-a214ea6e.json', ['TOO_MANY_GONE', 'PROVINCES_GONE']],
    ['2022070922-8daeb770.json', '2022112608-a214ea6e.json', ['PROVINCES_GONE']],
    [
      '2022120911-35da3502.json',
      '2022120911-f057e6b8.json',
      ['SAME_HOUR_OTHER_CONTENT', 'TOO_MANY_GONE', 'GONE_NONE_NEW'],
    ],
    ['2022120211-555dda72.json', '2022120911-f057e6b8.json', ['TOO_MANY_GONE']],
    ['2022112521-cf803fa9.json', '2022120911-f057e6b8.json', ['TOO_MANY_GONE']],
  ])('after %s the truncated %s is held', (previous, next, reasons) => {
    expect(holds(national(previous), national(next))).toEqual(reasons);
  });

  // DOMAIN: truncated lists lost 26–94 % and some had every province; thousands gone, none new, spread inside provinces.
  it.each([
    '2022070922-8daeb770.json',
    '2022111115-56e8e38d.json',
    '2022112521-cf803fa9.json',
    '2022120911-35da3502.json',
  ])('%s without some of its own places, three hours later, is held', (file) => {
    const whole = national(file);
    const later = (entries: readonly ListEntry[]) => ({
      ...whole,
      listTime: whole.listTime + 3 * 3_600_000,
      entries,
    });
    const passed: string[] = [];
    for (const share of [0.26, 0.37, 0.5, 0.7, 0.94]) {
      const left = Math.round(whole.entries.length * (1 - share));
      const cuts = {
        tail: whole.entries.slice(0, left),
        every: whole.entries.filter((_entry, at) => (at * 0.618034) % 1 >= share),
        counties: whole.entries.filter((entry) => (entry.county.charCodeAt(0) * 0.618034) % 1 >= share),
      };
      for (const [kind, entries] of Object.entries(cuts)) {
        if (holds(whole, later(entries)).length === 0) passed.push(`${kind} ${share}`);
      }
    }
    expect(passed).toEqual([]);
  });

  it('that halve in a week, end altogether or come late are held too', () => {
    const peak = national('2022120211-555dda72.json');
    const week = national('2022120911-35da3502.json');
    expect(holds(peak, week)).toEqual(['TOO_MANY_GONE']);
    expect(holds(week, national('2022122411-401dad8e.json'))).toEqual(['EMPTY_AFTER_FULL']);
    expect(holds(week, peak)).toContain('OLDER_THAN_LAST');
  });

  it('name a place twice at the peak', () => {
    const { duplicates, added } = diffLists([], national('2022120211-555dda72.json').entries, divisionOf);
    expect(duplicates.map((row) => [row.first.place, row.entry.place])).toEqual([
      ['同心街道兴隆村西象府1-2栋2单元', '同心街道兴隆村西象府1—2栋2单元'],
      ['安定街213号1栋1单元', '安定街 213号1栋1单元'],
      ['陵园路6号', '陵园路6号'],
    ]);
    expect(added).toHaveLength(42_962);
  });

  it('change nothing when read again', () => {
    const list = national('2022111115-56e8e38d.json');
    const again = diff(list, list);
    expect([again.added, again.ended, again.renamed, again.raised, again.lowered]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(holds(list, list)).toEqual([]);
  });
});

describe.skipIf(!existsSync(HOHHOT))('the bulletins of 5 and 6 March 2022 in data/hohhot', () => {
  it.each([
    ['0305', '2022-03-06T00:00:00+08:00', 11, 138, 8, 70],
    ['0306', '2022-03-06T23:00:00+08:00', 12, 145, 8, 58],
  ] as const)(
    '%s: every line has the number of places it states',
    (day, hour, high, medium, hohhotHigh, hohhotMedium) => {
      const list = bulletin(day);
      expect(list.listTime).toBe(Date.parse(hour));
      expect(list.warnings).toEqual([]);
      const count = (level: string, city: string) =>
        list.entries.filter((entry) => entry.level === level && entry.city.startsWith(city)).length;
      expect([count('HIGH', ''), count('MEDIUM', '')]).toEqual([high, medium]);
      expect([count('HIGH', '呼和浩特市'), count('MEDIUM', '呼和浩特市')]).toEqual([
        hohhotHigh,
        hohhotMedium,
      ]);
    },
  );

  it('differ for Hohhot by the twelve places of the briefing and one mended typo', () => {
    const only = (list: ParsedList): ParsedList => ({
      ...list,
      entries: list.entries.filter((entry) => entry.city === '呼和浩特市'),
    });
    const change = diff(only(bulletin('0305')), only(bulletin('0306')));
    expect(change.renamed.map((row) => [row.reason, row.standing.place, row.entry.place])).toEqual([
      ['TYPO', '榆林镇东干a丈村', '榆林镇东干丈村'],
    ]);
    expect(change.ended.map((row) => row.standing.place)).toEqual([
      '成吉思汗大街街道哈拉更村',
      '成吉思汗大街街道府兴社区',
      '石东路街道迎春社区',
      '石东路街道三里营东社区',
      '鄂尔多斯路街道华宇社区',
      '昭乌达南路街道万锦社区',
      '敕勒川路街道前不塔气社区',
      '乌兰察布东路街道武警社区',
      '乌兰察布东路街道先锋社区',
      '乌兰察布东路街道瑞光社区',
      '敕勒川乳业开发区易构城小区',
      '台阁牧镇三间房村',
    ]);
    expect([change.added, change.raised, change.lowered, change.possibleRenames]).toEqual([[], [], [], []]);
    expect(change.unchanged).toBe(65);
  });

  it('are not held one after the other', () => {
    expect(holds(bulletin('0305'), bulletin('0306'))).toEqual([]);
  });
});

describe.skipIf(!existsSync(WEIFANG))('the daily lists of 潍坊市 in data/weifang', () => {
  it('hold 428 high places on 1 December 2022 and are never held', () => {
    type Group = { communitys: string[] };
    type Line = { end_update_time: string; highlist: Group[]; middlelist: Group[]; lowlist: Group[] };
    const places = (groups: readonly Group[]) =>
      groups.reduce((sum, group) => sum + group.communitys.length, 0);
    const days = readFileSync(WEIFANG, 'utf8')
      .trim()
      .split('\n')
      .map((text) => {
        const line: Line = JSON.parse(text);
        const [hcount, mcount, lcount] = [
          places(line.highlist),
          places(line.middlelist),
          places(line.lowlist),
        ];
        return read(JSON.stringify({ data: { ...line, hcount, mcount, lcount }, code: 0 }));
      });
    const high = days.map((list) => list.entries.filter((entry) => entry.level === 'HIGH').length);
    expect(high).toEqual([101, 131, 133, 170, 307, 346, 428, 462, 466]);
    const held = days.slice(1).map((list, at) => holds(days[at] ?? list, list));
    expect(held).toEqual([[], [], [], [], [], [], [], []]);
  });
});
