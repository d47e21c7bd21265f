import { describe, expect, it } from 'vitest';
import { checkDesignation } from '@/domain/area/check-designation';
import { rules } from './facts';

describe('高风险区一般以单元、楼栋为单位划定', () => {
  it('二十条 takes a unit, a building or a named place without remark', () => {
    for (const kind of ['UNIT', 'BUILDING', 'PLACE'] as const) {
      expect(checkDesignation(kind, 'HIGH', rules('r3-20'))).toEqual({ ok: true, warnings: [] });
    }
  });

  it('二十条 warns of anything larger', () => {
    for (const area of ['COMPOUND', 'VILLAGE', 'COMMUNITY', 'STREET', 'COUNTY'] as const) {
      expect(checkDesignation(area, 'HIGH', rules('r3-20'))).toEqual({
        ok: true,
        warnings: [{ kind: 'LARGER_THAN_UNIT', area, units: ['UNIT', 'BUILDING'] }],
      });
    }
  });

  it('warns that a boundary description may be too large, unless whole counties are allowed', () => {
    expect(checkDesignation('REGION', 'HIGH', rules('r3-20'))).toEqual({
      ok: true,
      warnings: [{ kind: 'SIZE_UNCLEAR', area: 'REGION', units: ['UNIT', 'BUILDING'] }],
    });
    expect(checkDesignation('REGION', 'HIGH', rules('r0-2020-11'))).toEqual({ ok: true, warnings: [] });
  });

  it('第九版 takes 小区 and 村, and warns of a community', () => {
    expect(checkDesignation('COMPOUND', 'MEDIUM', rules('r2-9th'))).toEqual({ ok: true, warnings: [] });
    expect(checkDesignation('COMMUNITY', 'MEDIUM', rules('r2-9th'))).toMatchObject({
      warnings: [{ kind: 'LARGER_THAN_UNIT' }],
    });
  });

  it('2020 takes a whole county', () => {
    expect(checkDesignation('COUNTY', 'MEDIUM', rules('r0-2020-11'))).toEqual({ ok: true, warnings: [] });
  });

  it('does not ask how large a low-risk place is', () => {
    expect(checkDesignation('COUNTY', 'LOW', rules('r3-20'))).toEqual({ ok: true, warnings: [] });
  });
});

it('a level the rule set does not know is refused: 二十条 has no medium, 第八版 has no levels', () => {
  expect(checkDesignation('UNIT', 'MEDIUM', rules('r3-20'))).toEqual({
    ok: false,
    error: { kind: 'LEVEL_NOT_IN_RULE_SET', level: 'MEDIUM', levels: ['HIGH', 'LOW'] },
  });
  expect(checkDesignation('UNIT', 'HIGH', rules('r1-8th'))).toMatchObject({ ok: false });
});
