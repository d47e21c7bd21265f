import { describe, expect, it } from 'vitest';
import { reasonText } from '@/domain/acts/fields';
import { decide } from '@/domain/area/decide';
import { programReason, storedReason } from '@/domain/reason/program-reason';
import { ruleReason } from '@/domain/reason/rule-reason';
import { sayReason } from '@/domain/reason/say-reason';
import { beijing, designated, found, rules, screened } from '../area/facts';

const both = (stored: string) => [sayReason(stored, 'zh'), sayReason(stored, 'en')];

describe('a reason the program gives', () => {
  it('of a lowering keeps the figures and is said in the reader’s language', () => {
    const decision = decide({
      designations: [designated()],
      infections: [found('2022-11-27')],
      rounds: [screened('2022-12-02')],
      ruleSet: rules('r3-20'),
      at: beijing('2022-12-03 00:00'),
    });
    const stored = ruleReason(decision);
    expect(stored).not.toMatch(/[\u4e00-\u9fff]/);
    expect(both(stored)).toEqual([
      '11月27日发现新增感染者1例，重新计算，已连续5天无新增感染者，且全员核酸筛查均为阴性，符合降级条件，自2022年12月2日24时起降为低风险区。',
      'The count began again after 1 new infection on 27 November: no new infection for 5 whole days, and everyone inside tested negative: the conditions are met and the area is lowered to low risk as of 24:00 on 2 December 2022, Beijing time.',
    ]);
  });

  it.each([
    [{ code: 'LIST_NAMES', level: 'HIGH' }, '名单列为高风险。', 'The list names it high.'],
    [
      { code: 'LIST_MOVES', from: 'MEDIUM', to: 'HIGH' },
      '名单由中风险上调为高风险。',
      'The list moves it from medium to high.',
    ],
    [
      { code: 'LIST_MOVES', from: 'HIGH', to: 'LOW' },
      '名单由高风险下调为低风险。',
      'The list moves it from high to low.',
    ],
  ] as const)('of a list: %o', (reason, zh, en) => {
    expect(both(storedReason(reason))).toEqual([zh, en]);
  });

  it('keeps an old sentence that was not recognised, in both languages as it was', () => {
    expect(both(storedReason({ code: 'KEPT_WORDS', words: '旧句子' }))).toEqual(['旧句子', '旧句子']);
  });
});

describe('what a person typed', () => {
  it('stays as typed', () => {
    expect(both('流调结果：{家庭}聚集')).toEqual(['流调结果：{家庭}聚集', '流调结果：{家庭}聚集']);
    expect(both('{"code":"LIST_NAMES"')).toEqual(['{"code":"LIST_NAMES"', '{"code":"LIST_NAMES"']);
  });

  it('cannot pose as the program', () => {
    const posed = storedReason({ code: 'LIST_ENDS', level: 'HIGH' });
    expect(programReason(posed)).not.toBeNull();
    expect(reasonText.safeParse(posed).success).toBe(false);
    expect(reasonText.safeParse('{"code":"LIST_ENDS"}').success).toBe(true);
  });
});
