import type { RuleSet } from '@/domain/policy/types';

/** 新十条: 5 days with none new, and the area is released at once. Floors and households (楼层, 住户) are held as `UNIT`. */
export const R4: RuleSet = {
  id: 'r4-10',
  version: 1,
  name: { zh: '新十条', en: 'Ten New Measures' },
  basis: '关于进一步优化落实新冠肺炎疫情防控措施的通知（2022-12-07）',
  effectiveFrom: '2022-12-07',
  effectiveTo: null,
  governs: 'AREA',
  levels: ['HIGH', 'LOW'],
  zones: [],
  units: ['UNIT', 'BUILDING'],
  dayCount: { startEvents: ['DESIGNATION', 'LAST_POSITIVE'], startDayCounts: false },
  stages: [{ status: 'HIGH', entry: 'ANY', days: 5, round: null, evidence: [], by: 'RULE', to: ['LOW'] }],
  zoneStages: [],
};
