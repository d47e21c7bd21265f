import { describe, expect, it } from 'vitest';
import { fitsAfter, levelOptions } from '@/domain/area/level-options';
import { R3 } from '@/domain/policy/rule-sets/r3-20';
import { at, facts, high } from './half-screened';

describe('the levels that can be decided', () => {
  const policy = { ...R3, nameZh: '', nameEn: '' };

  it('lets 二十条 lower a high-risk area to low only', () => {
    expect(levelOptions({ facts, policy, at })).toMatchObject({
      designationId: 'd',
      from: 'HIGH',
      to: ['LOW'],
    });
  });

  it('designates anew where none stands open, also while a decided end is still to come', () => {
    const ending = { ...facts, designations: [{ ...high, validTo: at + 3_600_000 }] };
    expect(levelOptions({ facts: ending, policy, at })).toMatchObject({
      designationId: null,
      from: null,
      to: ['HIGH'],
    });
  });

  it('takes effect after the present level began, or from the end of the last one on', () => {
    const standing = levelOptions({ facts, policy, at });
    expect([fitsAfter(standing, high.validFrom), fitsAfter(standing, at)]).toEqual([false, true]);
    const ended = levelOptions({ facts: { ...facts, designations: [{ ...high, validTo: at }] }, policy, at });
    expect([fitsAfter(ended, at - 1), fitsAfter(ended, at)]).toEqual([false, true]);
  });
});
