import { describe, expect, it } from 'vitest';
import { decide, type Question } from '@/domain/area/decide';
import { explain } from '@/domain/area/explain';
import { beijing, designated, excluded, found, rules, screened } from './facts';

// Designated 27 November 20时: day 1 is 28 November, day 5 is 2 December.
const high = designated({ validFrom: beijing('2022-11-27 20:00') });
const say = (at: string, over: Partial<Question> = {}) =>
  explain(
    decide({
      designations: [high],
      infections: [],
      rounds: [],
      ruleSet: rules('r3-20'),
      at: beijing(at),
      ...over,
    }),
  );

describe('while days are counted', () => {
  it('says what is done, what is to come and when', () => {
    expect(say('2022-12-02 09:00')).toEqual({
      zh: '已连续4天无新增感染者；再满1天，且12月2日全员核酸筛查均为阴性，即降为低风险区，最早2022年12月2日24时。',
      en: 'No new infection for 4 whole days; after 1 more day, and a screening of everyone inside on 2 December with every result negative, the area is lowered to low risk, at the earliest at 24:00 on 2 December 2022, Beijing time.',
    });
  });

  it('says that no whole day has passed', () => {
    expect(say('2022-11-28 09:00', { ruleSet: rules('r4-10') })).toEqual({
      zh: '自11月27日起算，尚未满1天；再满5天，即降为低风险区，最早2022年12月2日24时。',
      en: 'Counting from 27 November, no whole day has passed yet; after 5 more days the area is lowered to low risk, at the earliest at 24:00 on 2 December 2022, Beijing time.',
    });
  });

  it('says which infection began the count again', () => {
    expect(say('2022-12-01 09:00', { infections: [found('2022-11-29', { count: 2 })] })).toEqual({
      zh: '11月29日发现新增感染者2例，重新计算，已连续1天无新增感染者；再满4天，且12月4日全员核酸筛查均为阴性，即降为低风险区，最早2022年12月4日24时。',
      en: 'The count began again after 2 new infections on 29 November: no new infection for 1 whole day; after 4 more days, and a screening of everyone inside on 4 December with every result negative, the area is lowered to low risk, at the earliest at 24:00 on 4 December 2022, Beijing time.',
    });
    expect(say('2022-11-30 09:00', { infections: [found('2022-11-29')] }).zh).toMatch(
      /^11月29日发现新增感染者1例，重新计算，尚未满1天；再满5天，/,
    );
  });

  it('asks no more for a round that is done, and asks for the rest of one that is not', () => {
    const done = { rounds: [screened('2022-12-02')] };
    expect(say('2022-12-02 20:00', done).zh).toBe(
      '已连续4天无新增感染者；再满1天，即降为低风险区，最早2022年12月2日24时。',
    );
    const part = say('2022-12-02 20:00', { rounds: [screened('2022-12-02', { tested: 80 })] });
    expect(part.zh).toContain('；再满1天，且全员核酸筛查再完成6人、均为阴性，即降为低风险区，');
    expect(part.en).toContain('after 1 more day, and with 6 more people screened and every result negative,');
    const early = say('2022-12-02 09:00', { rounds: [screened('2022-12-01')] });
    expect(early.zh).toContain('，且12月2日全员核酸筛查均为阴性（此前的筛查不计入），');
    const positive = {
      rounds: [screened('2022-12-02', { positive: 1 })],
      infections: [excluded('2022-12-02')],
    };
    expect(say('2022-12-02 20:00', positive).zh).toContain('，且12月2日起重做一轮全员核酸筛查均为阴性，');
  });

  it('says that experts decide in the end', () => {
    const said = say('2022-12-01 09:00', { ruleSet: rules('r0-2020-11') });
    expect(said.zh).toBe(
      '已连续3天无新增感染者；再满11天，须经专家组研判，方可降为中风险区或低风险区，最早2022年12月11日24时。',
    );
    expect(said.en).toContain(
      'the area can be lowered to medium risk or low risk once the expert group so decides,',
    );
  });
});

describe('once the days are done', () => {
  it('says that the level falls', () => {
    expect(say('2022-12-03 00:05', { rounds: [screened('2022-12-02')] })).toEqual({
      zh: '已连续5天无新增感染者，且全员核酸筛查均为阴性，符合降级条件，自2022年12月2日24时起降为低风险区。',
      en: 'No new infection for 5 whole days, and everyone inside tested negative: the conditions are met and the area is lowered to low risk as of 24:00 on 2 December 2022, Beijing time.',
    });
    expect(say('2022-12-03 00:00', { ruleSet: rules('r4-10') }).zh).toBe(
      '已连续5天无新增感染者，符合降级条件，自2022年12月2日24时起降为低风险区。',
    );
  });

  it('says that the round is missing', () => {
    expect(say('2022-12-04 09:30')).toEqual({
      zh: '已连续6天无新增感染者，但缺12月2日的一轮全员核酸筛查，目前仍为高风险区；补齐后即降为低风险区，最早2022年12月4日9时30分。',
      en: 'No new infection for 6 whole days, but the screening of everyone inside on 2 December is missing, so the area stays at high risk; once that is made good the area is lowered to low risk, at the earliest at 09:30 on 4 December 2022, Beijing time.',
    });
  });

  it('says how many people a round lacks, or why it does not count', () => {
    const at = '2022-12-03 09:00';
    const incomplete = say(at, { rounds: [screened('2022-12-02', { tested: 80 })] });
    expect(incomplete.zh).toContain('，但全员核酸筛查应检86人、已检80人，还差6人，目前仍为高风险区；');
    expect(incomplete.en).toContain(', but only 80 of 86 people inside were screened, 6 to go, so');
    const early = say(at, { rounds: [screened('2022-12-01')] });
    expect(early.zh).toContain('，但核酸筛查早于12月2日，不计入，须重做一轮且均为阴性，');
    expect(early.en).toContain(', but the screening was before 2 December and does not count, so');
    const positive = say(at, {
      rounds: [screened('2022-12-02', { positive: 1 })],
      infections: [excluded('2022-12-02')],
    });
    expect(positive.zh).toContain('，但核酸筛查有1人阳性，须重做一轮且均为阴性，');
    expect(positive.en).toContain(
      ', but the screening found 1 positive and a whole negative round is needed, so',
    );
    const wrong = say(at, { rounds: [screened('2022-12-02', { tested: 90 })] });
    expect(wrong.zh).toContain('，但有一条筛查记录已检人数多于应检人数，须先更正，目前仍为高风险区；');
    expect(wrong.en).toContain(
      ', but a screening record has more people tested than there were to test and must',
    );
    const open = screened('2022-12-03', { recordedAt: beijing('2022-12-03 08:30') });
    expect(say(at, { rounds: [open] }).zh).toBe(
      '已连续5天无新增感染者，但全员核酸筛查尚未结束，目前仍为高风险区；补齐后即降为低风险区，最早2022年12月3日12时。',
    );
  });

  it('says that the expert group must decide', () => {
    expect(say('2022-12-12 00:00', { ruleSet: rules('r0-2020-11') })).toEqual({
      zh: '已连续14天无新增感染者，须经专家组研判，方可降为中风险区或低风险区。',
      en: 'No new infection for 14 whole days; the area can be lowered to medium risk or low risk once the expert group so decides.',
    });
  });
});

describe('where no count runs', () => {
  it('says since when the area is low, and why', () => {
    const fall = beijing('2022-12-03 00:00');
    const low = { status: 'LOW', validFrom: fall } as const;
    const lowBy = (cause: 'LOWERED_BY_RULE' | 'LOWERED_BY_DECISION' | 'RELEASED' | 'IMPORTED') =>
      say('2022-12-05 09:00', { designations: [designated({ ...low, cause })] });
    expect(lowBy('LOWERED_BY_RULE')).toEqual({
      zh: '符合降级条件，已于2022年12月2日24时降为低风险区。',
      en: 'The conditions were met and the area was lowered to low risk at 24:00 on 2 December 2022, Beijing time.',
    });
    expect(lowBy('LOWERED_BY_DECISION').zh).toBe('经研判，已于2022年12月2日24时降为低风险区。');
    expect(lowBy('RELEASED').zh).toBe('已于2022年12月2日24时解除管控，现为低风险区。');
    expect(lowBy('IMPORTED').zh).toBe('自2022年12月2日24时起为低风险区。');
  });

  it('says unknown and never low', () => {
    expect(say('2022-11-27 19:00', { designations: [] })).toEqual({
      zh: '目前没有生效的等级认定，风险等级未知。',
      en: 'No designation is in effect, so the risk level is unknown.',
    });
    expect(say('2022-11-27 19:00')).toEqual({
      zh: '目前没有生效的等级认定，风险等级未知；新的等级认定自2022年11月27日20时起生效。',
      en: 'No designation is in effect, so the risk level is unknown; a new one takes effect at 20:00 on 27 November 2022, Beijing time.',
    });
    const ended = [designated({ validTo: beijing('2022-12-05 09:00') })];
    expect(say('2022-12-06 00:00', { designations: ended }).zh).toBe(
      '原等级认定已于2022年12月5日9时终止，目前没有生效的等级认定，风险等级未知。',
    );
  });

  it('says what must be put right first', () => {
    const medium = { designations: [designated({ status: 'MEDIUM' })] };
    expect(say('2022-12-05 09:00', medium)).toEqual({
      zh: '所用规则没有中风险区这一等级，须由人工决定，目前仍为中风险区。',
      en: 'The rule set used knows no medium risk, so a person must decide; the area stays at medium risk.',
    });
    const infections = [{ ...found('2022-11-30'), foundOn: '11月30日' }];
    expect(say('2022-12-05 09:00', { infections })).toEqual({
      zh: '有一条感染记录日期无效，须先更正，目前仍为高风险区。',
      en: 'An infection record has a day that is no date and must be corrected first; the area stays at high risk.',
    });
    expect(
      explain(
        decide({ designations: [high], infections: [], rounds: [], ruleSet: rules('r3-20'), at: Number.NaN }),
      ),
    ).toEqual({
      zh: '所问时间无效，风险等级未知。',
      en: 'The time asked about is no valid time; the risk level is unknown.',
    });
  });
});
