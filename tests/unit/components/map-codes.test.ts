import { describe, expect, it } from 'vitest';
import { compareCodes } from '@/scripts/geo/compare-codes.mjs';
import { readCounties, readLines } from '@/scripts/geo/read-source.mjs';

const counties = readCounties().map(({ properties }) => properties);

describe('the counties on the map', () => {
  it('are each a county of 2024 under its own name, or listed as having no county code', () => {
    const codes = compareCodes(counties);
    expect(codes.strange).toEqual([]);
    expect(codes.otherName).toEqual([]);
    expect(codes.matching.length).toBe(2844);
    // 东莞 中山 儋州 嘉峪关, four special areas, 20 in 台湾, 18 in 香港, 澳门
    expect(codes.listed.length).toBe(4 + 4 + 20 + 18 + 1);
  });

  it('leave out no county of 2024 but the listed ones', () => {
    expect(compareCodes(counties).missing).toEqual([]);
  });

  it('carry the codes of 2024 where the publisher kept older ones', () => {
    const names = new Map(counties.map(({ code, name }) => [code, name]));
    expect(names.get('540481')).toBe('米林市');
    expect(names.get('540581')).toBe('错那市');
    expect(names.get('370724')).toBe('临朐县');
    expect(new Set(counties.map(({ code }) => code)).size).toBe(2891);
  });

  it('report a code that is neither a county nor listed', () => {
    expect(compareCodes([{ code: '540422', name: '米林市' }]).strange).toEqual(['540422']);
  });
});

describe('the lines of the map', () => {
  it('hold all ten dashes in the South China Sea and east of Taiwan', () => {
    const dashes = readLines().filter(({ kind, paths }) => kind === 'national' && paths.length > 1);
    expect(dashes.map(({ paths }) => paths.length)).toEqual([10]);
    const points = dashes.flatMap(({ paths }) => paths.flat());
    expect(Math.min(...points.map(([, lat]) => lat))).toBeLessThan(3.5);
    expect(Math.max(...points.map(([lng]) => lng))).toBeGreaterThan(122.6);
  });
});
