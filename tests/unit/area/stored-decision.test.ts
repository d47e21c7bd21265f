import { expect, it } from 'vitest';
import { decide } from '@/domain/area/decide';
import { explain } from '@/domain/area/explain';
import { decisionToStore, storedDecision } from '@/domain/area/stored-decision';
import { beijing, designated, found, rules, screened } from './facts';

const decision = decide({
  designations: [designated()],
  infections: [found('2022-11-20')],
  rounds: [screened('2022-12-01')],
  ruleSet: rules('r3-20'),
  at: beijing('2022-12-02 00:00'),
});
const throughJson = (value: object): unknown => JSON.parse(JSON.stringify(value));

it('what was stored is the decision again', () => {
  expect(storedDecision(throughJson(decisionToStore(decision)))).toEqual(decision);
});

it('the first form, which sealed audit lines still hold, says the same', () => {
  const { subject: _subject, status, stage, ...rest } = decision;
  const { status: from, ...conditions } = stage ?? { status: null };
  const old = throughJson({ ...rest, level: status, stage: { ...conditions, level: from } });
  const read = storedDecision(old);
  expect(read).toEqual(decision);
  expect(read && explain(read).zh).toBe(
    '已连续5天无新增感染者，且全员核酸筛查均为阴性，符合降级条件，自2022年12月1日24时起降为低风险区。',
  );
});

it.each([null, 'text', {}, { v: 2 }, { ...decisionToStore(decision), dueAt: 'soon' }])(
  'what is none is none',
  (stored) => {
    expect(storedDecision(stored)).toBeNull();
  },
);

it('a form of a later version is not guessed at', () => {
  expect(storedDecision({ ...decisionToStore(decision), v: 3 })).toBeNull();
});
