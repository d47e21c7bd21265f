import { describe, expect, it } from 'vitest';
import type { Division } from '@/domain/division/types';
import { answerArea } from '@/domain/lookup/answer-area';
import { answerPlace } from '@/domain/lookup/answer-place';
import { applyAreas } from '@/domain/lookup/area/apply-areas';
import { emptyAreaIndex, withCoverages } from '@/domain/lookup/area/empty-area-index';
import { withDefaults } from '@/domain/lookup/asked';
import { headlineOf } from '@/domain/lookup/sheet/headline';
import { makeSheet } from '@/domain/lookup/sheet/make-sheet';
import { narrowings, othersOf } from '@/domain/lookup/sheet/rivals';
import { provinceRows } from '@/domain/lookup/sheet/tree-rows';
import { area, code, DAY, division, divisions, HOUR, indexOf, NATION_COVERED, NOW } from './fixture';

const UNIT = area('u', '370703001', '寒亭街道欣海花园7号楼2单元');
const OTHER = area('o', '370703001', '寒亭街道欣海花园3号楼');

type Areas = Parameters<typeof indexOf>[0];

/** The sheet of the first result. */
function sheetFor(areas: Areas, query: string, coverages = NATION_COVERED) {
  const index = indexOf(areas, coverages);
  const { results } = answerPlace(index, { by: 'words', words: query }, { at: NOW });
  const [first] = results;
  if (first === undefined) throw new Error(`nothing found for ${query}`);
  return { sheet: makeSheet(index, first, results, query, NOW), results };
}

describe('the first line of an answer', () => {
  const headline = (areas: Areas, query: string, coverages = NATION_COVERED) =>
    headlineOf(sheetFor(areas, query, coverages).sheet);

  it('is the level of the area that holds the address', () => {
    expect(headline([UNIT], '寒亭街道欣海花园7号楼2单元')).toEqual({ kind: 'LEVEL', level: 'HIGH' });
  });

  it('says that only part of a building lies inside, and what the rest is', () => {
    const { sheet } = sheetFor([UNIT], '寒亭街道欣海花园7号楼');
    expect(headlineOf(sheet)).toEqual({ kind: 'PART', level: 'HIGH', otherwise: 'LOW' });
    expect(sheet.parts.map((part) => part.id)).toEqual(['u']);
    expect(sheet.possible).toEqual([]);
  });

  it('gives the rest of a building the level of the wider area that holds all of it', () => {
    const wide = area('w', '370703001', '寒亭街道欣海花园', {
      periods: [{ level: 'MEDIUM', from: NOW - DAY, to: null }],
    });
    expect(headline([UNIT, wide], '寒亭街道欣海花园7号楼')).toEqual({
      kind: 'PART',
      level: 'HIGH',
      otherwise: 'MEDIUM',
    });
  });

  it('is low for another building of the compound, with the listed ones beside it', () => {
    const { sheet } = sheetFor([UNIT, OTHER], '寒亭街道欣海花园9号楼');
    expect(headlineOf(sheet)).toEqual({ kind: 'LEVEL', level: 'LOW' });
    expect(sheet.nearby.map((near) => near.id).sort()).toEqual(['o', 'u']);
  });

  it('is never low alone where the wording may hold the address', () => {
    const vague = area('v', '370703001', '寒亭街道民主街以东、通亭街以北合围区域');
    const found = headline([vague], '寒亭街道欣海花园9号楼');
    expect(found).toEqual({ kind: 'MAY_LIE', level: 'HIGH', otherwise: 'LOW' });
  });

  it('of a county leads with what it holds and calls only the rest low', () => {
    expect(headline([UNIT, OTHER], '寒亭区')).toEqual({
      kind: 'HOLDS',
      level: 'HIGH',
      counts: { HIGH: 2, MEDIUM: 0 },
      rest: 'LOW',
    });
  });

  it('of a prefecture leads with what it holds; the rest goes by county', () => {
    expect(headline([UNIT], '潍坊市')).toMatchObject({ kind: 'HOLDS', rest: null });
  });

  it('of a province of which only a part is covered keeps the rest unknown', () => {
    const own = [{ division: code('370700'), source: '潍坊市指挥部', since: null, asOf: NOW }];
    expect(headline([UNIT], '山东省', own)).toMatchObject({
      kind: 'HOLDS',
      counts: { HIGH: 1 },
      rest: 'UNKNOWN',
    });
  });

  it('of a place nobody speaks for is unknown', () => {
    const own = [{ division: code('370700'), source: '潍坊市指挥部', since: null, asOf: NOW }];
    expect(headline([UNIT], '北京市朝阳区', own)).toEqual({ kind: 'LEVEL', level: 'UNKNOWN' });
  });

  it('of a county that is high throughout is that level', () => {
    const whole = area('c', '370702', '潍城区', { kind: 'COUNTY' });
    const { sheet } = sheetFor([whole], '370702');
    expect(headlineOf(sheet)).toEqual({ kind: 'LEVEL', level: 'HIGH' });
  });
});

describe('a sheet', () => {
  it('counts the areas of the county whose street nobody wrote: any of them may be in this street', () => {
    const streetless = area('s', '370703', '张氏发展中心文华书院7号楼');
    expect(sheetFor([streetless, UNIT], '370703002').sheet).toMatchObject({
      loose: 1,
      areas: { rows: [], total: 0 },
    });
    expect(sheetFor([streetless, UNIT], '370703').sheet).toMatchObject({
      loose: 0,
      areas: { rows: [{ id: 's' }], total: 1 },
    });
  });

  it('shows each of the last 14 calendar days at its highest, up to today', () => {
    const moved = area('m', '370703001', '寒亭街道欣海花园5号楼', {
      // 高 from 11-26 20:00 to 11-29 10:00, then 中 to the end of 11-30.
      periods: [
        {
          level: 'HIGH',
          from: Date.parse('2022-11-26T20:00+08:00'),
          to: Date.parse('2022-11-29T10:00+08:00'),
        },
        {
          level: 'MEDIUM',
          from: Date.parse('2022-11-29T10:00+08:00'),
          to: Date.parse('2022-12-01T00:00+08:00'),
        },
      ],
    });
    const index = indexOf([moved], NATION_COVERED);
    const result = answerArea(index, 'm', withDefaults({ at: NOW }), { type: 'code', score: 1 });
    if (result === null) throw new Error('the area is gone');
    const { days } = makeSheet(index, result, [], null, NOW);
    expect(days.map(({ day, level }) => `${day.slice(5)} ${level}`)).toEqual([
      ...['11-18', '11-19', '11-20', '11-21', '11-22', '11-23', '11-24', '11-25'].map(
        (day) => `${day} ROUTINE`,
      ),
      '11-26 HIGH',
      '11-27 HIGH',
      '11-28 HIGH',
      '11-29 HIGH',
      '11-30 MEDIUM',
      '12-01 ROUTINE',
    ]);
  });

  it('shows a division at the highest that stood inside, its ground on the other days', () => {
    const began = area('b', '370703001', '寒亭街道欣海花园5号楼', {
      periods: [{ level: 'HIGH', from: Date.parse('2022-11-30T09:00+08:00'), to: null }],
    });
    const { days } = sheetFor([began], '370703').sheet;
    expect(days.slice(-3)).toEqual([
      { day: '2022-11-29', level: 'ROUTINE' },
      { day: '2022-11-30', level: 'HIGH' },
      { day: '2022-12-01', level: 'HIGH' },
    ]);
    // The neighbouring street held none: from that day on it is the rest of the county.
    expect(
      sheetFor([began], '370703002')
        .sheet.days.slice(-3)
        .map(({ level }) => level),
    ).toEqual(['ROUTINE', 'LOW', 'LOW']);
  });

  it('names the county and the prefecture around, with what they hold', () => {
    expect(sheetFor([UNIT, OTHER], '寒亭街道欣海花园7号楼2单元').sheet.around).toMatchObject([
      { name: '寒亭区', contains: { HIGH: 2, MEDIUM: 0 }, holders: 1 },
      { name: '潍坊市', contains: { HIGH: 2, MEDIUM: 0 }, holders: 1 },
    ]);
  });

  it('finds the other listed buildings of the compound', () => {
    const elsewhere = area('e', '370703001', '寒亭街道元和新城小区');
    const { sheet } = sheetFor([UNIT, OTHER, elsewhere], '寒亭街道欣海花园7号楼2单元');
    expect(sheet.nearby).toEqual([{ id: 'o', name: '寒亭街道欣海花园3号楼', level: 'HIGH' }]);
  });

  it('leaves out buildings whose level has ended', () => {
    const ended = area('e', '370703001', '寒亭街道欣海花园4号楼', {
      periods: [{ level: 'HIGH', from: NOW - 3 * DAY, to: NOW - HOUR }],
    });
    expect(sheetFor([UNIT, ended], '寒亭街道欣海花园7号楼2单元').sheet.nearby).toEqual([]);
  });

  it('lists children that hold areas first', () => {
    const kuiwen = [area('k1', '370705', '甲小区'), area('k2', '370705', '乙小区')];
    const { children } = sheetFor([UNIT, ...kuiwen], '潍坊市').sheet;
    expect(children.map(({ name, contains }) => `${name} ${contains.HIGH}`)).toEqual([
      '奎文区 2',
      '寒亭区 1',
      '潍坊高新技术产业开发区 0',
      '潍城区 0',
    ]);
  });
});

describe('several matches', () => {
  it('found in the same way are rivals of the opened one', () => {
    const { sheet, results } = sheetFor([], '朝阳');
    const { rivals } = othersOf(sheet, results);
    expect([sheet.result, ...rivals].map((result) => result.id).sort()).toEqual([
      '110105',
      '211300',
      '220104',
    ]);
    expect(
      narrowings([sheet.result, ...rivals])
        .map((step) => step.name)
        .sort(),
    ).toEqual(['北京市', '吉林省', '辽宁省']);
  });

  it('leave out what the sheet says itself of an address', () => {
    const { sheet, results } = sheetFor([UNIT], '寒亭街道欣海花园7号楼');
    expect(results.length).toBe(2);
    expect(othersOf(sheet, results)).toEqual({ rivals: [], further: [] });
  });
});

it('the tree begins with every province, those that hold areas first', () => {
  const rows = provinceRows(indexOf([UNIT], NATION_COVERED), NOW);
  expect(rows.map(({ code: province }) => province)).toEqual([
    '370000',
    '110000',
    '150000',
    '210000',
    '220000',
    '230000',
    '330000',
  ]);
});

describe('ground that two divisions share', () => {
  const zone: Division = {
    ...division(['370700-gaoxin2', '370700', '潍坊高新区', '潍坊高新区', 'weifanggaoxinqu', 'wfgxq']),
    overlaps: [code('370705')],
  };
  const listed = area('g', '370705', '高新区新城街道浪琴湾1号楼');
  const index = applyAreas(
    withCoverages(emptyAreaIndex(divisions([zone]), 0, NOW, null), NATION_COVERED, 0),
    [listed],
    7,
    NOW,
  );
  const sheetOf = (query: string) => {
    const { results } = answerPlace(index, { by: 'words', words: query }, { at: NOW });
    const [first] = results;
    if (first === undefined) throw new Error(`nothing found for ${query}`);
    return makeSheet(index, first, results, query, NOW);
  };

  it('is searched under both names: the zone alone would call a listed building routine', () => {
    const sheet = sheetOf('潍坊市潍坊高新区浪琴湾1号楼');
    expect(sheet.result).toMatchObject({ kind: 'area', id: 'g' });
    expect(headlineOf(sheet)).toEqual({ kind: 'LEVEL', level: 'HIGH' });
  });

  it('answers another building of the zone for the county, the rest of which is low', () => {
    const sheet = sheetOf('潍坊市潍坊高新区浪琴湾2号楼');
    expect(headlineOf(sheet)).toEqual({ kind: 'LEVEL', level: 'LOW' });
    expect(sheet.nearby.map((near) => near.id)).toEqual(['g']);
  });

  it('makes the zone one that may hold areas, never a bare routine', () => {
    expect(headlineOf(sheetOf('潍坊高新区'))).toEqual({
      kind: 'MAY_HOLD',
      level: 'HIGH',
      otherwise: 'ROUTINE',
    });
  });

  it('leaves an address without such ground as it was', () => {
    expect(headlineOf(sheetOf('潍坊市寒亭区寒亭街道某某花园1号楼'))).toEqual({
      kind: 'LEVEL',
      level: 'ROUTINE',
    });
  });
});

it('a village may be the listed place of its name, even where its entry stands under the street', () => {
  const listed = area('t', '370703002', '峡山区开元街道团结村', { kind: 'VILLAGE' });
  const { sheet } = sheetFor([listed], '370703002201');
  expect(sheet.possible.map((possible) => possible.id)).toEqual(['t']);
  expect(headlineOf(sheet)).toEqual({ kind: 'MAY_LIE', level: 'HIGH', otherwise: 'LOW' });
});
