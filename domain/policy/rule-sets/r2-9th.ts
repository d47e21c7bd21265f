import type { RuleSet } from '@/domain/policy/types';

/** 第九版: high needs 7 days and a day-7 round, then 3 days as medium; a medium designated as such needs 7 days and a day-7 round. */
export const R2: RuleSet = {
  id: 'r2-9th',
  version: 1,
  name: { zh: '防控方案第九版', en: 'Prevention and control protocol, 9th edition' },
  basis: '新型冠状病毒肺炎防控方案（第九版）',
  effectiveFrom: '2022-06-28',
  effectiveTo: '2022-11-10',
  governs: 'AREA',
  levels: ['HIGH', 'MEDIUM', 'LOW'],
  zones: [],
  units: ['COMPOUND', 'VILLAGE'],
  dayCount: { startEvents: ['DESIGNATION', 'LAST_POSITIVE'], startDayCounts: false },
  stages: [
    { status: 'HIGH', entry: 'ANY', days: 7, round: { onDay: 7 }, evidence: [], by: 'RULE', to: ['MEDIUM'] },
    { status: 'MEDIUM', entry: 'LOWERED', days: 3, round: null, evidence: [], by: 'RULE', to: ['LOW'] },
    {
      status: 'MEDIUM',
      entry: 'DIRECT',
      days: 7,
      round: { onDay: 7 },
      evidence: [],
      by: 'RULE',
      to: ['LOW'],
    },
  ],
  zoneStages: [],
};
