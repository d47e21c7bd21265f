import type { RuleSet } from '@/domain/policy/types';

/** 二十条 and 风险区划定及管控方案, seed 004: 连续5天未发现新增感染者,且第5天风险区域内所有人员完成一轮核酸筛查均为阴性. */
export const R3: RuleSet = {
  id: 'r3-20',
  version: 1,
  name: { zh: '二十条', en: 'Twenty Measures' },
  basis: '二十条（2022-11-11）、风险区划定及管控方案（2022-11-21）',
  effectiveFrom: '2022-11-11',
  effectiveTo: '2022-12-06',
  governs: 'AREA',
  levels: ['HIGH', 'LOW'],
  zones: [],
  units: ['UNIT', 'BUILDING'],
  dayCount: { startEvents: ['DESIGNATION', 'LAST_POSITIVE'], startDayCounts: false },
  stages: [
    { status: 'HIGH', entry: 'ANY', days: 5, round: { onDay: 5 }, evidence: [], by: 'RULE', to: ['LOW'] },
  ],
  zoneStages: [],
};
