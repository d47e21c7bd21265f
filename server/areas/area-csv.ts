import type { AreaKind } from '@/domain/area/types';
import type { StatedLevel } from '@/domain/level/level';
import { writeInstant, ZONE_WORD } from '@/domain/time/say-instant';
import { BYTE_ORDER_MARK, csvLine } from '@/server/csv/csv-line';
import { pathText } from './list-areas';
import type { StandingArea } from './load-standing';

const LEVEL: Record<StatedLevel, string> = { HIGH: '高风险区', MEDIUM: '中风险区', LOW: '低风险区' };
const KIND: Record<AreaKind, string> = {
  UNIT: '单元',
  BUILDING: '楼栋',
  COMPOUND: '小区',
  VILLAGE: '村',
  COMMUNITY: '社区',
  STREET: '街道（乡镇）',
  COUNTY: '县（市、区）',
  REGION: '片区',
  PLACE: '场所',
};
const ROUND: Record<string, string> = {
  NOT_REQUIRED: '不要求',
  AHEAD: '未到筛查日',
  MISSING: '未开展',
  INCOMPLETE: '未完成',
  POSITIVE: '检出阳性',
  EARLY: '早于规定日',
  COMPLETE: '完成且全阴',
};
const COLUMNS = [
  '等级',
  '地点',
  '省',
  '市',
  '县（市、区）',
  '所属区划全称',
  '区划代码',
  '类型',
  `现等级起（${ZONE_WORD.zh}）`,
  '公告文号',
  '已满天数',
  '应满天数',
  '筛查状态',
  '应检人数',
  '已检人数',
  `最早降级（${ZONE_WORD.zh}）`,
  '认定单位',
  '演练',
  '区划是否核定',
];

/** What heads the file, so that it says by itself what it is once it has left the screen. */
export interface CsvHead {
  /** Cut-off, epoch ms. */
  at: number;
  /** The filter as words; '' when nothing was left out. */
  filter: string;
  authorities: ReadonlyMap<string, { zh: string }>;
}

/**
 * A list of areas as a CSV file for people, in Chinese, piece by piece: cut-off, source and filter first, then the
 * headings, then a line each.
 */
export function* areaCsv(areas: readonly StandingArea[], head: CsvHead): Generator<string> {
  const drill = areas.some((area) => area.drill);
  const owners = new Set(areas.map((area) => head.authorities.get(area.authorityId)?.zh ?? area.authorityId));
  yield BYTE_ORDER_MARK + csvLine([`风险区清单，共 ${areas.length} 处${drill ? '（含演练数据）' : ''}`]);
  yield csvLine([`截至 ${writeInstant(head.at)} ${ZONE_WORD.zh}`]);
  yield csvLine([`来源：${[...owners].join('、') || '无'}，由风区系统导出`]);
  yield csvLine([`筛选条件：${head.filter || '无'}`]);
  yield csvLine(COLUMNS);
  for (const area of areas) yield line(area, head);
}

function line(area: StandingArea, { authorities }: CsvHead): string {
  const { decision, division, county } = area;
  const { counting = null, round, earliestRelease } = decision ?? {};
  const [province = '', prefecture = ''] = division?.steps.map((step) => step.name) ?? [];
  return csvLine([
    LEVEL[area.level],
    area.name,
    province,
    prefecture,
    county?.name ?? '',
    pathText(area),
    division?.code ?? null,
    KIND[area.kind],
    writeInstant(area.since),
    area.noticeNo,
    counting ? Math.min(counting.completed, counting.required) : null,
    counting?.required ?? null,
    round && counting ? (ROUND[round.state] ?? round.state) : '随名单',
    round?.target ?? null,
    round && counting ? round.tested : null,
    earliestRelease ? writeInstant(earliestRelease) : '',
    authorities.get(area.authorityId)?.zh ?? area.authorityId,
    area.drill ? '演练' : '',
    area.resolved ? '是' : '待核',
  ]);
}
