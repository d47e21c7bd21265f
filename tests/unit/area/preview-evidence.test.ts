import { describe, expect, it } from 'vitest';
import { previewOf } from '@/domain/area/preview-evidence';
import { R3 } from '@/domain/policy/rule-sets/r3-20';
import { at, decision, facts, high, part } from './half-screened';

describe('what a change of the evidence would do', () => {
  const area = {
    facts,
    former: { infections: [], rounds: [] },
    policy: { ...R3, nameZh: '', nameEn: '' },
    at,
    level: 'HIGH' as const,
    decision,
  };

  it('is the rule on the facts with the change made: the rest of the round lowers the area', () => {
    const rest = { ...part, id: 'new', from: at - 3_600_000, to: at - 60_000, tested: 38 };
    expect(previewOf(area, { screening: rest }).ruled?.decision).toMatchObject({
      outcome: 'LOWER',
      to: 'LOW',
    });
  });

  it('leaves out the record that is withdrawn', () => {
    expect(previewOf(area, { without: 'p' }).ruled?.decision.round.state).toBe('MISSING');
  });

  it('is no rule where no level stands', () => {
    expect(previewOf({ ...area, level: null }, { without: 'p' })).toEqual({ ruled: null, basis: null });
  });

  it('says that a lowering would not be borne out any more: 245 of 245 corrected back to 207', () => {
    const fell = Date.parse('2022-12-01T00:00:00+08:00');
    const whole = { ...part, tested: 245 };
    const lowered = { ...high, validTo: fell, endCause: 'LOWERED_BY_RULE' as const };
    const low = { ...area, level: null, facts: { ...facts, designations: [lowered], rounds: [whole] } };
    expect(previewOf(low, {}).basis).toBeNull();
    expect(previewOf(low, { screening: { ...part, id: 'new' }, without: 'p' }).basis).toMatchObject({
      from: 'HIGH',
      loweredAt: fell,
      missing: [{ kind: 'ROUND', state: 'INCOMPLETE', persons: 38 }],
    });
  });
});
