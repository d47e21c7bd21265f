import type { ManualEvidence, RuleSet } from '@/domain/policy/types';

const EVIDENCE: readonly ManualEvidence[] = [
  'LAST_CLOSE_CONTACT_OVER_14_DAYS_AND_NEGATIVE',
  'ALL_NEGATIVE_ROUND_WITHIN_2_DAYS',
];

/** 第八版: zones beside the levels of r0. What it asks for besides the 14 days no record of an area holds: a person confirms it. */
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
    { zone: 'LOCKDOWN', days: 14, round: null, evidence: EVIDENCE, by: 'EXPERT_DECISION' },
    { zone: 'CONTROL', days: 14, round: null, evidence: EVIDENCE, by: 'EXPERT_DECISION' },
  ],
};
