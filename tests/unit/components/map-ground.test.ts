import { describe, expect, it } from 'vitest';
import type { DivisionLabel, DivisionLabels } from '@/components/map/division-labels';
import { countGrounds, groundOf } from '@/components/map/ground';
import { groupRankAt } from '@/components/map/group-rank';
import { fromPlane, toPlane } from '@/components/map/plane';
import { isWithin } from '@/components/map/within';

const label = (code: string, prefecture: string, isCounty = true): [string, DivisionLabel] => [
  code,
  { code, name: code, at: [0, 0], prefecture, isCounty },
];
const LABELS: DivisionLabels = new Map([
  label('370000', '370000', false),
  label('370700', '370700', false),
  label('370800', '370800', false),
  label('371600', '371600', false),
  label('410000', '410000', false),
  label('410100', '410100', false),
  ...['370724', '370784', '370785', '370786', '371624'].map((code) => label(code, '370700')),
  label('370102', '370100'),
  label('419001', '419001'),
]);

describe('the ground of a county', () => {
  const levels = new Map([
    ['370724', 'LOW' as const],
    ['370785', 'ROUTINE' as const],
  ]);

  it('is unknown, never low, when nothing is known of a county of home', () => {
    expect(groundOf('370786', levels, '370700', LABELS)).toBe('UNKNOWN');
  });

  it('says nothing outside home, nor when no levels are given', () => {
    expect(groundOf('370102', levels, '370700', LABELS)).toBe('abroad');
    expect(groundOf('370786', null, '370700', LABELS)).toBe('home');
  });

  it('is counted for the legend within home alone', () => {
    const codes = ['370724', '370785', '370786', '370784', '370102'];
    expect(countGrounds(codes, levels, '370700', LABELS)).toEqual([
      ['LOW', 1],
      ['ROUTINE', 1],
      ['UNKNOWN', 2],
    ]);
  });
});

describe('what lies within home', () => {
  it('follows the paths of the divisions, not their digits', () => {
    expect(isWithin('370724', '370000', LABELS)).toBe(true);
    expect(isWithin('370724', '370700', LABELS)).toBe(true);
    expect(isWithin('370724', '370724', LABELS)).toBe(true);
    expect(isWithin('370724', '370800', LABELS)).toBe(false);
    expect(isWithin('110105', null, LABELS)).toBe(true);
    // 济源 lies directly in 河南; its digits read as if a prefecture 419000 stood between.
    expect(isWithin('419001', '410000', LABELS)).toBe(true);
    expect(isWithin('419001', '419001', LABELS)).toBe(true);
    expect(isWithin('419001', '410100', LABELS)).toBe(false);
    // A county under a prefecture that its digits do not name (invented): the path decides.
    expect(isWithin('371624', '370700', LABELS)).toBe(true);
    expect(isWithin('371624', '371600', LABELS)).toBe(false);
  });

  it('a zone the map does not draw stands for its prefecture, and nothing lies in what is not on the map', () => {
    expect(isWithin('370724', '370700-gaoxin', LABELS)).toBe(true);
    expect(isWithin('370102', '370700-gaoxin', LABELS)).toBe(false);
    expect(isWithin('370724', '990000', LABELS)).toBe(false);
    expect(isWithin('990000', '370700', LABELS)).toBe(false);
  });

  it('a prefecture is counted by county at any zoom, a province never as one number', () => {
    expect(groupRankAt(3, '370700')).toBe('county');
    expect(groupRankAt(3, '370000')).toBe('prefecture');
    expect(groupRankAt(3, null)).toBe('province');
    expect(groupRankAt(8, null)).toBe('county');
  });
});

describe('the plane', () => {
  it('puts 潍坊 where Web Mercator does and comes back', () => {
    const [x, y] = toPlane(119.1619, 36.7069);
    // World pixels at zoom 0, worked out with the tile formula in another language.
    expect(x).toBeCloseTo(212.7374 - 202, 3);
    expect(y).toBeCloseTo(99.9034 - 102, 3);
    expect(fromPlane([x, y]).lng).toBeCloseTo(119.1619, 9);
    expect(fromPlane([x, y]).lat).toBeCloseTo(36.7069, 9);
  });
});
