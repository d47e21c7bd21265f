import { describe, expect, it } from 'vitest';
import { liesIn } from '@/domain/division/lies-in';

const PREFECTURE = '370000/370700/';
const COUNTY = '370000/370700/370724/';

describe('inside by path', () => {
  it('finds a county in its prefecture, whatever their codes look like', () => {
    expect(liesIn(COUNTY, PREFECTURE)).toBe(true);
    expect(liesIn(PREFECTURE, COUNTY)).toBe(false);
  });

  it('counts a division as lying in itself', () => {
    expect(liesIn(COUNTY, COUNTY)).toBe(true);
  });

  it('does not take codes that begin alike for one inside the other', () => {
    expect(liesIn('370000/370100/370100-gaoxin/', '370000/370100/370100-gao/')).toBe(false);
    expect(liesIn('370000/370200/', '370000/370700/')).toBe(false);
  });

  it('lets what is not located lie in the nation only', () => {
    expect(liesIn(null, '')).toBe(true);
    expect(liesIn(undefined, '')).toBe(true);
    expect(liesIn(null, PREFECTURE)).toBe(false);
    expect(liesIn('', PREFECTURE)).toBe(false);
  });
});
