import type { ManualEvidence, RuleSet } from '@/domain/policy/types';

const EVIDENCE: readonly ManualEvidence[] = [
  'LAST_CLOSE_CONTACT_OVER_14_DAYS_AND_NEGATIVE',
  'ALL_NEGATIVE_ROUND_WITHIN_2_DAYS',
];

/**
 * 第八版: zones beside the levels of r0. What it asks for besides the 14 days no record holds: a person confirms it. What is
 * released goes on under the requirements of a 防范区 (seed 000: 「解封不解防」, 毫不松懈地落实防范区的管控要求).
 */
export const R1: RuleSet = {
  id: 'r1-8th',
  version: 1,
  name: { zh: '防控方案第八版', en: 'Prevention and control protocol, 8th edition' },
  basis: '联防联控机制综发〔2021〕51号',
  effectiveFrom: '2021-05-11',
  effectiveTo: '2022-06-27',
  governs: 'ZONE',
  levels: [],
  zones: ['LOCKDOWN', 'CONTROL', 'PRECAUTION'],
  units: ['COMPOUND', 'BUILDING', 'UNIT'],
  dayCount: { startEvents: ['DESIGNATION', 'LAST_POSITIVE'], startDayCounts: false },
  stages: [],
  zoneStages: [
    {
      status: 'LOCKDOWN',
      entry: 'ANY',
      days: 14,
      round: null,
      evidence: EVIDENCE,
      by: 'EXPERT_DECISION',
      to: ['PRECAUTION'],
    },
    {
      status: 'CONTROL',
      entry: 'ANY',
      days: 14,
      round: null,
      evidence: EVIDENCE,
      by: 'EXPERT_DECISION',
      to: ['PRECAUTION'],
    },
  ],
};
