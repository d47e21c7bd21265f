import { describe, expect, it } from 'vitest';
import type { DivisionCode } from '@/domain/division/types';
import type { StatedLevel } from '@/domain/level/level';
import { diffLists, type GroundPaths } from '@/domain/list/diff';
import type { DiffRow, StandingPlace } from '@/domain/list/diff-types';
import { explainRow } from '@/domain/list/explain-row';
import type { ListEntry } from '@/domain/list/types';

const HANTING = '山东省 潍坊市 寒亭区';
const code = (text: string) => text as DivisionCode;
const CODES: Readonly<Record<string, DivisionCode>> = {
  [HANTING]: code('370703'),
  '山东省 潍坊市 奎文区': code('370705'),
  '内蒙古自治区 呼和浩特市 土左旗': code('150121'),
  '内蒙古自治区 呼和浩特市 土默特左旗': code('150121'),
};

function stands(
  areaId: string,
  place: string,
  level: StatedLevel = 'HIGH',
  more: Partial<StandingPlace> = {},
): StandingPlace {
  const writtenPath = more.writtenPath ?? HANTING;
  return {
    areaId,
    level,
    divisionCode: CODES[writtenPath] ?? null,
    writtenPath,
    place,
    aliases: [],
    ...more,
  };
}

function states(place: string, level: StatedLevel = 'HIGH', writtenPath = HANTING): ListEntry {
  const [province = '', city = '', county = ''] = writtenPath.split(' ');
  return { ordinal: 0, level, province, city, county, writtenPath, place, pointer: `/${place}` };
}

function diff(standing: readonly StandingPlace[], entries: readonly ListEntry[]) {
  return diffLists(standing, entries, (entry) => CODES[entry.writtenPath] ?? null);
}

const STEPS: Readonly<Record<string, string>> = {
  '370200': '370000/370200/',
  '370700': '370000/370700/',
  '370703': '370000/370700/370703/',
  '370703001': '370000/370700/370703/370703001/',
  '370703002': '370000/370700/370703/370703002/',
  '370724': '370000/370700/370724/',
};
const PATHS: GroundPaths = { of: (code) => STEPS[code] ?? null, known: () => null };

/** A list of one entry that lies at a code, known to lie in no county when not resolved. */
function placedAt(at: string, standing: readonly StandingPlace[], entry: ListEntry, resolved = true) {
  const paths = { ...PATHS, known: () => STEPS[at] ?? null };
  return diffLists(standing, [entry], () => (resolved ? code(at) : null), paths);
}

/** Every row as `KIND area place`, to be read at a glance. */
function rows(standing: readonly StandingPlace[], entries: readonly ListEntry[]): string[] {
  const found = diff(standing, entries);
  const all: readonly DiffRow[] = [
    ...found.added,
    ...found.raised,
    ...found.lowered,
    ...found.ended,
    ...found.renamed,
    ...found.possibleRenames,
    ...found.unresolved,
    ...found.duplicates,
    ...found.twoLevels,
  ];
  return all.map((row) => {
    const area = 'standing' in row ? row.standing.areaId : '-';
    const place = 'entry' in row ? row.entry.place : row.standing.place;
    return `${row.kind} ${row.reason} ${area} ${place}`;
  });
}

describe('a list against what stands', () => {
  it('tells added, raised, lowered, ended and unchanged apart', () => {
    const found = diff(
      [
        stands('a', '朱里街道前朱里村'),
        stands('b', '固堤街道牛家村'),
        stands('c', '寒亭街道叶家庄子村', 'MEDIUM'),
        stands('d', '开元街道惠和园21号楼'),
      ],
      [
        states('朱里街道前朱里村'),
        states('固堤街道牛家村', 'MEDIUM'),
        states('寒亭街道叶家庄子村'),
        states('双杨街道西斟灌村'),
      ],
    );
    expect(found.unchanged).toBe(1);
    expect(found.raised.map((row) => row.standing.areaId)).toEqual(['c']);
    expect(found.lowered.map((row) => [row.standing.areaId, row.entry.level])).toEqual([['b', 'MEDIUM']]);
    expect(found.ended.map((row) => row.standing.areaId)).toEqual(['d']);
    expect(found.added.map((row) => [row.entry.place, row.divisionCode])).toEqual([
      ['双杨街道西斟灌村', '370703'],
    ]);
    expect([found.standing, found.disappeared]).toEqual([4, 1]);
  });

  it('knows a place by width, blanks and brackets alone', () => {
    expect(rows([stands('a', '阳光小区（东区） 3号楼')], [states('阳光小区(东区)３号楼')])).toEqual([]);
  });

  it('knows a place whose county was written by another name', () => {
    const a = stands('a', '白庙子镇碱房村', 'HIGH', { writtenPath: '内蒙古自治区 呼和浩特市 土左旗' });
    expect(rows([a], [states('白庙子镇碱房村', 'HIGH', '内蒙古自治区 呼和浩特市 土默特左旗')])).toEqual([]);
  });

  it('knows a place whose division was resolved more finely last time', () => {
    expect(
      rows([stands('a', '前朱里村', 'HIGH', { divisionCode: code('370703005') })], [states('前朱里村')]),
    ).toEqual([]);
  });

  it('never mixes two counties', () => {
    expect(
      rows([stands('a', '阳光小区3号楼')], [states('阳光小区3号楼', 'HIGH', '山东省 潍坊市 奎文区')]),
    ).toEqual(['ADDED NEW_PLACE - 阳光小区3号楼', 'ENDED NOT_IN_LIST a 阳光小区3号楼']);
  });

  it('keeps an entry of an unknown division, flagged', () => {
    expect(rows([], [states('某村', 'HIGH', '山东省 某市 某区')])).toEqual([
      'ADDED NEW_PLACE - 某村',
      'UNRESOLVED UNKNOWN_DIVISION - 某村',
    ]);
    const stood = stands('a', '某村', 'HIGH', { writtenPath: '山东省 某市 某区' });
    expect(rows([stood], [states('某村', 'HIGH', '山东省 某市 某区')])).toEqual([
      'UNRESOLVED UNKNOWN_DIVISION - 某村',
    ]);
  });

  it('counts a place named twice once', () => {
    expect(rows([], [states('前朱里村'), states('前朱里村　')])).toEqual([
      'ADDED NEW_PLACE - 前朱里村',
      'DUPLICATE SAME_LEVEL_TWICE - 前朱里村　',
    ]);
  });

  it('counts a place named twice once, though its county is written in two ways', () => {
    const [short, full] = ['内蒙古自治区 呼和浩特市 土左旗', '内蒙古自治区 呼和浩特市 土默特左旗'];
    expect(rows([], [states('碱房村', 'HIGH', short), states('碱房村', 'HIGH', full)])).toEqual([
      'ADDED NEW_PLACE - 碱房村',
      'DUPLICATE SAME_LEVEL_TWICE - 碱房村',
    ]);
  });

  it('matches an area once, though its name and its alias are both listed', () => {
    const a = stands('a', '前朱里村', 'HIGH', { aliases: ['朱里街道前朱里'] });
    expect(rows([a], [states('前朱里村'), states('朱里街道前朱里')])).toEqual([
      'ADDED NEW_PLACE - 朱里街道前朱里',
    ]);
  });

  it('lets the higher of two levels rule, whichever comes first', () => {
    const found = diff(
      [stands('a', '前朱里村', 'MEDIUM')],
      [states('前朱里村', 'MEDIUM'), states('前朱里村')],
    );
    expect(found.twoLevels.map((row) => [row.entry.level, row.lower.level])).toEqual([['HIGH', 'MEDIUM']]);
    expect(found.raised.map((row) => row.standing.areaId)).toEqual(['a']);
    expect(
      diff([], [states('前朱里村'), states('前朱里村', 'LOW')]).added.map((row) => row.entry.level),
    ).toEqual(['HIGH']);
  });

  it('draws no low area, but sees a place go low by name', () => {
    const found = diff(
      [stands('a', '前朱里村')],
      [states('前朱里村', 'LOW'), states('高风险区以外的其他地区', 'LOW')],
    );
    expect(found.lowered.map((row) => [row.standing.areaId, row.entry.level])).toEqual([['a', 'LOW']]);
    expect([found.added, found.ended, found.lowNotDrawn, found.disappeared]).toEqual([[], [], 1, 0]);
  });
});

describe('a rename', () => {
  it.each([
    ['榆林镇东干a丈村', '榆林镇东干丈村', 'TYPO'],
    ['北城办事处永录村', '北城办事处永禄村', 'TYPO'],
    ['攸攸板镇倘倘不浪社区', '攸攸板镇倘不浪社区', 'TYPO'],
    ['和平街10区22楼5单元', '和平街10区22号楼5单元', 'TYPO'],
    ['雅思花园3号楼', '开元街道雅思花园3号楼', 'PREFIX'],
    ['江汉区汉兴街道园丁苑', '汉兴街道园丁苑', 'PREFIX'],
    ['港沟街道点翠园3号楼', '港沟街道点翠园小区3栋', 'REWORDED'],
    ['高家园社区110楼一单元', '高家园社区110楼1单元', 'REWORDED'],
    ['新华街道办事处周三里村', '新华街道周三里村', 'REWORDED'],
  ])('%s → %s is %s', (from, to, reason) => {
    expect(rows([stands('a', from)], [states(to)])).toEqual([`RENAMED ${reason} a ${to}`]);
    expect(diff([stands('a', from)], [states(to)]).disappeared).toBe(0);
  });

  it('is known from a recorded alias', () => {
    const a = stands('a', '前不塔气社区', 'HIGH', { aliases: ['敕勒川路街道前不塔气'] });
    expect(rows([a], [states('敕勒川路街道前不塔气')])).toEqual([
      'RENAMED KNOWN_ALIAS a 敕勒川路街道前不塔气',
    ]);
  });

  it.each([
    ['阳光花园3号楼', '阳光花园5号楼'],
    ['阳光花园3号楼1单元', '阳光花园3号楼2单元'],
    ['阳光花园A座', '阳光花园B座'],
    ['鄂尔多斯路街道前八里庄村', '鄂尔多斯路街道后八里庄村'],
    ['石东路街道三里营东社区', '石东路街道三里营西社区'],
    ['西菜园街道四里营社区', '西菜园街道三里营社区'],
    ['临洺关镇苗庄村', '临洺关镇施庄村'],
    ['遥墙街道田家村', '遥墙街道蔡家村'],
    ['青英领绣城（含鞭炮楼）', '青英领绣城（不含鞭炮楼）'],
    ['开元街道3号楼', '固堤街道3号楼'],
    ['3号楼', '开元街道3号楼'],
    ['开元街道阳光明珠花园东区3号楼', '开元街道阳光明珠花园西区3号楼'],
    ['石门营A4 2号楼5单元', '石门营A42号楼5单元'],
  ])('%s → %s is none', (from, to) => {
    expect(rows([stands('a', from)], [states(to)])).toEqual([
      `ADDED NEW_PLACE - ${to}`,
      `ENDED NOT_IN_LIST a ${from}`,
    ]);
  });

  it.each([
    ['望京季景沁园210楼', '季景沁园210楼'],
    ['西坝河东里12号楼6单元', '西坝河东里12号楼6单元某户'],
    ['舜华路街道东城逸家逸士园一区1号楼', '舜华路街道东城逸家逸贤园一区1号楼'],
  ])('%s → %s is left to an officer: ended, added and flagged', (from, to) => {
    expect(rows([stands('a', from)], [states(to)])).toEqual([
      `ADDED NEW_PLACE - ${to}`,
      `ENDED NOT_IN_LIST a ${from}`,
      `POSSIBLE_RENAME NEAR_NAME a ${to}`,
    ]);
  });

  it('may lead to a finer division code, never to another street', () => {
    const entry = states('开元街道雅思花园3号楼');
    const to = (at: string) => placedAt(at, [stands('a', '雅思花园3号楼')], entry);
    expect(to('370703002').renamed.map((row) => row.divisionCode)).toEqual(['370703002']);
    const elsewhere = stands('a', '雅思花园3号楼', 'HIGH', { divisionCode: code('370703001') });
    expect(placedAt('370703002', [elsewhere], entry).renamed).toEqual([]);
  });

  it('finds a place again when the list moves it from the prefecture to its county, and back', () => {
    const [finer, coarser] = ['山东省 潍坊市 临朐县', '山东省 潍坊市'];
    const before = stands('a', '东城街道衡里村', 'HIGH', {
      divisionCode: code('370700'),
      writtenPath: coarser,
    });
    const down = placedAt('370724', [before], states('东城街道衡里村', 'HIGH', finer));
    expect(down.renamed.map((row) => [row.reason, row.divisionCode])).toEqual([['PLACED', '370724']]);
    expect([down.added, down.ended]).toEqual([[], []]);
    const after = stands('a', '东城街道衡里村', 'HIGH', { divisionCode: code('370724'), writtenPath: finer });
    const up = placedAt('370700', [after], states('东城街道衡里村', 'HIGH', coarser));
    expect(up.renamed.map((row) => row.standing.areaId)).toEqual(['a']);
    const other = stands('b', '东城街道衡里村', 'HIGH', {
      divisionCode: code('370200'),
      writtenPath: '山东省 青岛市',
    });
    expect(placedAt('370724', [other], states('东城街道衡里村', 'HIGH', finer)).renamed).toEqual([]);
  });

  it('finds an unresolved place again by other words, under the same written path only', () => {
    const path = '山东省 潍坊市 滨海新城';
    const before = stands('a', '幸福小区3栋', 'HIGH', { divisionCode: code('370700'), writtenPath: path });
    const again = (writtenPath: string) =>
      placedAt('370700', [before], states('幸福小区3号楼', 'HIGH', writtenPath), false);
    expect(again(path).renamed.map((row) => [row.reason, row.divisionCode])).toEqual([['REWORDED', null]]);
    expect(again(path).ended).toEqual([]);
    expect(again('山东省 潍坊市 峡山新城').renamed).toEqual([]);
    const nowhere = stands('a', '幸福小区3栋', 'HIGH', { writtenPath: '未知省 未知市' });
    const found = diffLists([nowhere], [states('幸福小区3号楼', 'HIGH', '未知省 未知市')], () => null, PATHS);
    expect(found.renamed.map((row) => row.reason)).toEqual(['REWORDED']);
  });

  it('needs the same level', () => {
    expect(rows([stands('a', '雅思花园3号楼', 'MEDIUM')], [states('开元街道雅思花园3号楼')])).toEqual([
      'ADDED NEW_PLACE - 开元街道雅思花园3号楼',
      'ENDED NOT_IN_LIST a 雅思花园3号楼',
    ]);
  });

  it('needs a single candidate both ways', () => {
    const two = [states('开元街道雅思花园3号楼'), states('固堤街道雅思花园3号楼')];
    expect(rows([stands('a', '雅思花园3号楼')], two)).toEqual([
      'ADDED NEW_PLACE - 开元街道雅思花园3号楼',
      'ADDED NEW_PLACE - 固堤街道雅思花园3号楼',
      'ENDED NOT_IN_LIST a 雅思花园3号楼',
    ]);
  });

  it('is none when two places could have got the name', () => {
    const two = [stands('a', '开元街道雅思花园3号楼'), stands('b', '固堤街道雅思花园3号楼')];
    expect(rows(two, [states('雅思花园3号楼')])).toEqual([
      'ADDED NEW_PLACE - 雅思花园3号楼',
      'ENDED NOT_IN_LIST a 开元街道雅思花园3号楼',
      'ENDED NOT_IN_LIST b 固堤街道雅思花园3号楼',
    ]);
  });

  it('leaves a place alone that still stands under its own name', () => {
    const entries = [states('悦城国际9号楼'), states('悦城国际9栋')];
    expect(rows([stands('a', '悦城国际9号楼')], entries)).toEqual(['ADDED NEW_PLACE - 悦城国际9栋']);
  });
});

describe('the reason of a row', () => {
  it('is a sentence in both languages', () => {
    const renamed = diff([stands('a', '榆林镇东干a丈村')], [states('榆林镇东干丈村')]).renamed[0];
    expect(renamed && explainRow(renamed)).toEqual({
      zh: '「榆林镇东干丈村」与「榆林镇东干a丈村」为同一处：只改了一处笔误。',
      en: '“榆林镇东干丈村” is “榆林镇东干a丈村”: it only mends a slip of the pen.',
    });
    const raised = diff([stands('a', '前朱里村', 'MEDIUM')], [states('前朱里村')]).raised[0];
    expect(raised && explainRow(raised)).toEqual({
      zh: '名单由中风险上调为高风险。',
      en: 'The list moves it from medium to high.',
    });
    const ended = diff([stands('a', '前朱里村')], []).ended[0];
    expect(ended && explainRow(ended).zh).toBe('原为高风险，名单不再列出；缺列本身不等于解除。');
  });
});
