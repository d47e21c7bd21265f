import { describe, expect, it } from 'vitest';
import { answerArea } from '@/domain/lookup/answer-area';
import { answerDivision } from '@/domain/lookup/answer-division';
import { applyAreas } from '@/domain/lookup/area/apply-areas';
import { search } from '@/domain/lookup/search';
import { describe as sentence } from '@/domain/lookup/sentence/describe';
import { area, code, DAY, HOUR, indexOf, NOW } from './fixture';

const MATCH = { type: 'code', score: 1 } as const;
const now = { at: NOW, lookbackDays: 14 };
const HIGH_ONE = area('h', '370703002', '天宏尚文苑2号楼');
const released = { periods: [{ level: 'HIGH', from: NOW - 9 * DAY, to: NOW - DAY }] as const };

describe('levels', () => {
  it('the rest of a county that holds a high area is low, a covered county that holds none routine', () => {
    const index = indexOf([HIGH_ONE]);
    expect(answerDivision(index, '370703', now, MATCH)).toMatchObject({
      level: 'HIGH',
      restLevel: 'LOW',
      since: null,
      contains: { HIGH: 1, MEDIUM: 0 },
      why: { rule: 'HOLDS', HIGH: 1, MEDIUM: 0 },
      restWhy: { rule: 'REST_OF_COUNTY', county: '370703' },
    });
    expect(answerDivision(index, '370703001', now, MATCH)).toMatchObject({
      level: 'LOW',
      restLevel: 'LOW',
      why: { rule: 'REST_OF_COUNTY' },
    });
    expect(answerDivision(index, '370702', now, MATCH)).toMatchObject({
      level: 'ROUTINE',
      restLevel: 'ROUTINE',
      why: { rule: 'NONE_LEFT' },
    });
  });

  it('nothing known is unknown and never low, next door to a covered county too', () => {
    const index = indexOf(
      [HIGH_ONE],
      [{ division: code('370703'), source: '区指挥部', since: null, asOf: NOW }],
    );
    expect(answerDivision(index, '370703001', now, MATCH)?.level).toBe('LOW');
    expect(answerDivision(index, '370702', now, MATCH)).toMatchObject({ level: 'UNKNOWN', source: null });
    expect(answerDivision(index, '370700', now, MATCH)).toMatchObject({
      level: 'HIGH',
      restLevel: null,
      contains: { HIGH: 1 },
    });
    expect(answerDivision(indexOf([HIGH_ONE], []), '370703', now, MATCH)).toMatchObject({
      level: 'HIGH',
      restLevel: 'UNKNOWN',
    });
  });

  it('before a source began to speak its ground is unknown', () => {
    const index = indexOf([], [{ division: null, source: '国', since: NOW - DAY, asOf: NOW }]);
    expect(answerDivision(index, '370703', { ...now, at: NOW - 2 * DAY }, MATCH)?.level).toBe('UNKNOWN');
    expect(answerDivision(index, '370703', now, MATCH)?.level).toBe('ROUTINE');
  });

  it('a coverage of a division nobody knows covers nothing', () => {
    const index = indexOf([], [{ division: code('999999'), source: '国', since: null, asOf: NOW }]);
    expect(answerDivision(index, '370703', now, MATCH)?.level).toBe('UNKNOWN');
  });

  it('a released area is low while its county holds one, else routine, else unknown', () => {
    const gone = area('g', '370703', '春雨花园1号楼', released);
    expect(answerArea(indexOf([gone, HIGH_ONE]), 'g', now, MATCH)).toMatchObject({
      level: 'LOW',
      why: { rule: 'RELEASED', endedAt: NOW - DAY, county: '370703' },
    });
    expect(answerArea(indexOf([gone]), 'g', now, MATCH)).toMatchObject({ level: 'ROUTINE' });
    expect(answerArea(indexOf([gone], []), 'g', now, MATCH)).toMatchObject({ level: 'UNKNOWN' });
  });

  it('a standing low statement is low', () => {
    const low = area('l', '370703', '春雨花园', { periods: [{ level: 'LOW', from: NOW - DAY, to: null }] });
    expect(answerArea(indexOf([low]), 'l', now, MATCH)).toMatchObject({
      level: 'LOW',
      why: { rule: 'STANDING' },
    });
  });

  it('looks back to the highest level and the hour it last held', () => {
    const index = indexOf([area('g', '370703', '春雨花园1号楼', released)]);
    expect(answerArea(index, 'g', now, MATCH)?.lookback).toEqual({
      days: 14,
      highest: 'HIGH',
      last: NOW - DAY,
    });
    expect(answerDivision(index, '370700', now, MATCH)?.lookback).toEqual({
      days: 14,
      highest: 'HIGH',
      last: NOW - DAY,
    });
    expect(answerArea(index, 'g', { at: NOW, lookbackDays: 1 }, MATCH)?.lookback).toEqual({
      days: 1,
      highest: 'ROUTINE',
      last: null,
    });
  });

  it('was it high on that day: the asked instant decides, not the present', () => {
    const index = indexOf([area('g', '370703', '春雨花园1号楼', released)]);
    const then = { at: NOW - 3 * DAY, lookbackDays: 14 };
    expect(answerArea(index, 'g', then, MATCH)).toMatchObject({ level: 'HIGH', since: NOW - 9 * DAY });
    expect(answerDivision(index, '370703', then, MATCH)).toMatchObject({
      level: 'HIGH',
      restLevel: 'LOW',
      contains: { HIGH: 1 },
    });
    expect(answerDivision(index, '370703', { ...then, at: NOW - 10 * DAY }, MATCH)).toMatchObject({
      level: 'ROUTINE',
      contains: { HIGH: 0 },
    });
  });

  it('a designation takes effect at its hour without a new snapshot', () => {
    const soon = area('s', '370703', '春雨花园1号楼', {
      periods: [{ level: 'HIGH', from: NOW + HOUR, to: null }],
    });
    const index = indexOf([soon]);
    expect(answerArea(index, 's', now, MATCH)).toMatchObject({
      level: 'ROUTINE',
      why: { rule: 'NOT_YET', from: NOW + HOUR },
    });
    expect(answerDivision(index, '370703', now, MATCH)?.contains.HIGH).toBe(0);
    expect(answerDivision(index, '370703', { ...now, at: NOW + HOUR }, MATCH)?.contains.HIGH).toBe(1);
  });

  it('rolls a functional zone up under its prefecture, not into a county', () => {
    const index = indexOf([area('z', '370700-gaoxin', '金马公寓3号楼')]);
    expect(answerDivision(index, '370700', now, MATCH)).toMatchObject({
      contains: { HIGH: 1 },
      children: [{ code: '370700-gaoxin', name: '潍坊高新技术产业开发区', HIGH: 1, MEDIUM: 0 }],
    });
    expect(answerDivision(index, '370705', now, MATCH)?.contains.HIGH).toBe(0);
  });

  it('keeps the older snapshot as it was', () => {
    const before = indexOf([HIGH_ONE]);
    const after = applyAreas(
      before,
      [{ ...HIGH_ONE, ...released }, area('n', '370702', '新的1号楼')],
      8,
      NOW,
    );
    expect(answerDivision(before, '370703', now, MATCH)?.contains.HIGH).toBe(1);
    expect(answerArea(before, 'n', now, MATCH)).toBeNull();
    expect(answerDivision(after, '370703', now, MATCH)?.contains.HIGH).toBe(0);
    expect(answerDivision(after, '370702', now, MATCH)?.contains.HIGH).toBe(1);
    const other = applyAreas(before, [area('x', '370705', '另一1号楼')], 8, NOW);
    expect(answerArea(other, 'x', now, MATCH)?.level).toBe('HIGH');
    expect(answerArea(after, 'n', now, MATCH)?.level).toBe('HIGH');
  });

  it('moves the counts when an area moves to another division', () => {
    const after = applyAreas(indexOf([HIGH_ONE]), [{ ...HIGH_ONE, divisionCode: code('370705') }], 8, NOW);
    expect(answerDivision(after, '370703', now, MATCH)?.contains.HIGH).toBe(0);
    expect(answerDivision(after, '370705', now, MATCH)?.contains.HIGH).toBe(1);
    expect(answerDivision(after, '370700', now, MATCH)?.contains.HIGH).toBe(1);
  });

  it('of a division is the highest that stands anywhere inside it; what remains differs by county', () => {
    const medium = area('m', '370702', '春雨花园1号楼', {
      periods: [{ level: 'MEDIUM', from: NOW - DAY, to: null }],
    });
    const index = indexOf([HIGH_ONE, medium]);
    expect(answerDivision(index, '370000', now, MATCH)).toMatchObject({ level: 'HIGH', restLevel: null });
    expect(answerDivision(index, '370702', now, MATCH)).toMatchObject({ level: 'MEDIUM', restLevel: 'LOW' });
    expect(answerDivision(index, '330000', now, MATCH)).toMatchObject({
      level: 'ROUTINE',
      restLevel: 'ROUTINE',
    });
    // 北京市 has one county here, and so one level.
    expect(answerDivision(indexOf([area('b', '110105', '甲1号楼')]), '110000', now, MATCH)).toMatchObject({
      level: 'HIGH',
      restLevel: 'LOW',
    });
  });

  it('of the ground at an address is that of the ground, whatever its county holds', () => {
    const { results } = search(indexOf([HIGH_ONE]), '寒亭区开元街道某某大厦5号楼', { at: NOW });
    expect(results.find((one) => one.match.type === 'address')).toMatchObject({
      kind: 'division',
      level: 'LOW',
      restLevel: 'LOW',
      contains: { HIGH: 1 },
    });
  });

  it('of a county that is medium as a whole and holds a high area is high; what remains is medium', () => {
    const whole = area('c', '370703', '寒亭区', {
      kind: 'COUNTY',
      periods: [{ level: 'MEDIUM', from: NOW - DAY, to: null }],
    });
    expect(answerDivision(indexOf([whole, HIGH_ONE]), '370703', now, MATCH)).toMatchObject({
      level: 'HIGH',
      restLevel: 'MEDIUM',
      why: { rule: 'HOLDS' },
      restWhy: { rule: 'STANDING' },
    });
  });
});

describe('a standing place that nobody could locate', () => {
  const inCity = area('c', '370700', '某某小区3号楼');
  const released1 = area('g', '370703', '春雨花园1号楼', released);

  it('keeps every county it may lie in from routine, and no other', () => {
    const index = indexOf([inCity, released1]);
    expect(answerDivision(index, '370703', now, MATCH)).toMatchObject({
      level: 'UNKNOWN',
      restLevel: 'UNKNOWN',
      contains: { HIGH: 0 },
      unlocated: { HIGH: 1, MEDIUM: 0 },
      why: { rule: 'NOT_LOCATED', county: '370703', HIGH: 1, MEDIUM: 0 },
    });
    expect(answerArea(index, 'g', now, MATCH)).toMatchObject({
      level: 'UNKNOWN',
      why: { rule: 'NOT_LOCATED' },
    });
    expect(answerDivision(index, '370700', now, MATCH)).toMatchObject({
      level: 'HIGH',
      restLevel: 'UNKNOWN',
      unlocated: { HIGH: 0 },
    });
    expect(answerDivision(index, '211300', now, MATCH)?.level).toBe('ROUTINE');
    expect(answerDivision(index, '110105', now, MATCH)?.level).toBe('ROUTINE');
  });

  it('may lie anywhere when its path led nowhere; a county that holds others is no less high for it', () => {
    const index = indexOf([area('n', null, '某村'), HIGH_ONE]);
    expect(answerDivision(index, '110105', now, MATCH)).toMatchObject({ level: 'UNKNOWN' });
    expect(answerDivision(index, '370703', now, MATCH)).toMatchObject({
      level: 'HIGH',
      restLevel: 'LOW',
      unlocated: { HIGH: 1 },
    });
    const located = applyAreas(index, [area('n', '370705', '某村')], 8, NOW);
    expect(answerDivision(located, '110105', now, MATCH)?.level).toBe('ROUTINE');
    expect(answerDivision(applyAreas(index, [], 8, NOW, ['n']), '110105', now, MATCH)?.level).toBe('ROUTINE');
  });

  it('is said in both languages, in an area, a county and an address', () => {
    const index = indexOf([inCity, released1]);
    const county = answerDivision(index, '370703', now, MATCH);
    expect(county && sentence(county)).toEqual({
      zh: expect.stringMatching(/^山东省潍坊市寒亭区：未知，不等于低风险；另有高风险区1个未能定位，可能在此/),
      en: expect.stringContaining('1 high-risk area could not be located and may lie here'),
    });
    const gone = answerArea(index, 'g', now, MATCH);
    expect(gone && sentence(gone).zh).toContain('未知，不等于低风险；另有高风险区1个未能定位，可能在此');
    const [address] = search(index, '寒亭区某某大厦5号楼', { at: NOW }).results;
    expect(address && sentence(address).zh).toContain('未能定位，可能在此');
  });

  it('is none where the whole of a prefecture is meant', () => {
    const index = indexOf([area('w', '370700', '潍坊市', { kind: 'REGION' })]);
    expect(answerDivision(index, '370703', now, MATCH)).toMatchObject({
      level: 'HIGH',
      unlocated: { HIGH: 0 },
      why: { rule: 'STANDING' },
    });
  });
});
