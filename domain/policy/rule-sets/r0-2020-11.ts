import type { RuleSet } from '@/domain/policy/types';

/** 国电发〔2020〕11号: 14 days; high goes down by expert decision only. The source gives the year it began, not the day. */
export const R0: RuleSet = {
  id: 'r0-2020-11',
  version: 1,
  name: { zh: '分区分级精准防控（2020年）', en: 'Graded control by area (2020)' },
  basis: '国电发〔2020〕11号',
  effectiveFrom: '2020-01-01',
  effectiveTo: '2022-06-27',
  governs: 'AREA',
  levels: ['HIGH', 'MEDIUM', 'LOW'],
  zones: [],
  units: ['COUNTY', 'STREET', 'COMMUNITY', 'VILLAGE', 'COMPOUND', 'BUILDING', 'UNIT'],
  dayCount: { startEvents: ['DESIGNATION', 'LAST_POSITIVE'], startDayCounts: false },
  stages: [
    {
      status: 'HIGH',
      entry: 'ANY',
      days: 14,
      round: null,
      evidence: [],
      by: 'EXPERT_DECISION',
      to: ['MEDIUM', 'LOW'],
    },
    { status: 'MEDIUM', entry: 'ANY', days: 14, round: null, evidence: [], by: 'RULE', to: ['LOW'] },
  ],
  zoneStages: [],
};
