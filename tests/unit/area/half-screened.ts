import { decide } from '@/domain/area/decide';
import type { DesignationFact, ScreeningFact } from '@/domain/area/types';
import { R3 } from '@/domain/policy/rule-sets/r3-20';

// An area under 二十条 on the evening of its sixth day: the first part of its closing round is done, 207 of 245 persons.
export const at = Date.parse('2022-12-01T21:19:00+08:00');
export const high: DesignationFact = {
  id: 'd',
  status: 'HIGH',
  validFrom: Date.parse('2022-11-25T21:00:00+08:00'),
  validTo: null,
  policyId: 'r3-20',
  policyVersion: 1,
  cause: 'DESIGNATED',
  endCause: null,
};
export const part: ScreeningFact = {
  id: 'p',
  roundId: 'p',
  from: Date.parse('2022-11-30T07:00:00+08:00'),
  to: Date.parse('2022-11-30T12:00:00+08:00'),
  target: 245,
  tested: 207,
  positive: 0,
  recordedAt: Date.parse('2022-11-30T12:00:00+08:00'),
  recordedTo: null,
};
export const facts = { designations: [high], infections: [], rounds: [part] };
export const decision = decide({ ...facts, ruleSet: R3, at });
