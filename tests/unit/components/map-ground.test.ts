import { describe, expect, it } from 'vitest';
import { countGrounds, groundOf } from '@/components/map/ground';
import { groupRankAt } from '@/components/map/group-rank';
import { fromPlane, toPlane } from '@/components/map/plane';
import { isWithin } from '@/components/map/within';

describe('the ground of a county', () => {
  const levels = new Map([
    ['370724', 'LOW' as const],
    ['370785', 'ROUTINE' as const],
  ]);

  it('is unknown, never low, when nothing is known of a county of home', () => {
    expect(groundOf('370786', levels, '370700')).toBe('UNKNOWN');
  });

  it('says nothing outside home, nor when no levels are given', () => {
    expect(groundOf('370102', levels, '370700')).toBe('abroad');
    expect(groundOf('370786', null, '370700')).toBe('home');
  });

  it('is counted for the legend within home alone', () => {
    const codes = ['370724', '370785', '370786', '370784', '370102'];
    expect(countGrounds(codes, levels, '370700')).toEqual([
      ['LOW', 1],
      ['ROUTINE', 1],
      ['UNKNOWN', 2],
    ]);
  });
});

describe('what lies within home', () => {
  it('follows the two, four and six digits of the codes', () => {
    expect(isWithin('370724', '370000')).toBe(true);
    expect(isWithin('370724', '370700')).toBe(true);
    expect(isWithin('370724', '370724')).toBe(true);
    expect(isWithin('370724', '370800')).toBe(false);
    expect(isWithin('419001', '419001')).toBe(true);
    expect(isWithin('110105', null)).toBe(true);
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
