import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { DivisionLabel } from '@/components/map/division-labels';
import { countLevels, placeAreas } from '@/components/map/place-areas';
import type { MapArea } from '@/components/map/types';

function label(code: string, name: string, prefecture: string, isCounty: boolean): [string, DivisionLabel] {
  return [code, { code, name, at: [Number(code) % 97, Number(code) % 89], prefecture, isCounty }];
}

const labels = new Map([
  label('370000', '山东', '370000', false),
  label('370700', '潍坊市', '370700', false),
  label('370705', '奎文区', '370700', true),
  label('370724', '临朐县', '370700', true),
  label('110000', '北京', '110000', false),
  label('110105', '朝阳区', '110000', true),
  label('441900', '东莞市', '441900', true),
]);

function area(id: string, divisionCode: string, more: Partial<MapArea> = {}): MapArea {
  return { id, divisionCode, name: id, level: 'HIGH', lng: null, lat: null, ...more };
}

describe('where places are drawn', () => {
  it('a place without coordinates is counted at its county, never spread out', () => {
    const placed = placeAreas([area('a', '370724'), area('b', '370724003001')], [], labels);
    expect(placed.areas).toEqual([]);
    expect(placed.groups.county.map(({ name, total, at }) => [name, total, at])).toEqual([
      ['临朐县', 2, labels.get('370724')?.at],
    ]);
    expect([placed.atCounty, placed.atPrefecture, placed.offMap]).toEqual([2, 0, 0]);
  });

  it('a place with coordinates stands there and is not counted again in its county', () => {
    const placed = placeAreas(
      [area('a', '370705', { lng: 119.13, lat: 36.7 }), area('b', '370705', { level: 'MEDIUM' })],
      [],
      labels,
    );
    expect(placed.areas.map((each) => each.area.id)).toEqual(['a']);
    expect(placed.groups.county[0]).toMatchObject({ counts: { MEDIUM: 1 }, total: 1, located: 1 });
  });

  it('a functional zone that is no county is marked at its prefecture and said to be', () => {
    const placed = placeAreas([area('a', '370700-gaoxin'), area('b', '370771')], [], labels);
    expect(placed.groups.county.map(({ name, total, standsIn }) => [name, total, standsIn])).toEqual([
      ['潍坊市', 2, true],
    ]);
    expect([placed.atCounty, placed.atPrefecture]).toEqual([0, 2]);
  });

  it('a city without counties is its own county, and a municipality its own prefecture', () => {
    const placed = placeAreas(
      [area('a', '441900003'), area('b', '110105'), area('c', '110100-jkq')],
      [],
      labels,
    );
    expect(placed.groups.county.find(({ code }) => code === '441900')).toMatchObject({
      standsIn: false,
      total: 1,
    });
    expect(placed.groups.prefecture.map(({ name, total }) => [name, total])).toEqual([
      ['东莞市', 1],
      ['北京', 2],
    ]);
  });

  it('a place whose division is not on the map is counted as such', () => {
    const placed = placeAreas(
      [area('a', '990101')],
      [{ divisionCode: '980000', level: 'LOW', count: 4 }],
      labels,
    );
    expect(placed.offMap).toBe(5);
    expect(placed.groups.province).toEqual([]);
  });

  it('loses and invents nothing: single symbols, counted symbols and what is off the map add up at every rank', () => {
    const code = fc.constantFrom('370705', '370724', '370700-x', '370799', '110105', '441900', '990000');
    const level = fc.constantFrom('HIGH' as const, 'MEDIUM' as const, 'LOW' as const);
    const places = fc.array(
      fc
        .record({ code, level, located: fc.boolean() })
        .map(({ code: divisionCode, level: given, located }) =>
          area('x', divisionCode, { level: given, lng: located ? 119 : null, lat: located ? 36 : null }),
        ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(places, (areas) => {
        const { areas: single, groups, offMap } = placeAreas(areas, [], labels);
        const sum = (list: readonly { total: number }[]) => list.reduce((all, { total }) => all + total, 0);
        expect(single.length + sum(groups.county) + offMap).toBe(areas.length);
        const strange = areas.filter(({ divisionCode }) => divisionCode === '990000').length;
        expect(sum(groups.prefecture) + strange).toBe(areas.length);
        expect(sum(groups.province)).toBe(areas.filter((each) => /^(37|11)/.test(each.divisionCode)).length);
      }),
    );
  });

  it('the legend counts every place, drawn or not', () => {
    const sums = countLevels(
      [area('a', '990101'), area('b', '370724', { level: 'LOW' })],
      [{ divisionCode: '370705', level: 'HIGH', count: 135 }],
    );
    expect(sums).toEqual({ HIGH: 136, MEDIUM: 0, LOW: 1, ROUTINE: 0, UNKNOWN: 0 });
  });
});
