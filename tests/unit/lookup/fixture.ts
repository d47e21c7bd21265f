import type { Division, DivisionCode, DivisionKind } from '@/domain/division/types';
import { applyAreas } from '@/domain/lookup/area/apply-areas';
import type { AreaIndex, Romanise } from '@/domain/lookup/area/area-index';
import { emptyAreaIndex, withCoverages } from '@/domain/lookup/area/empty-area-index';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import { DivisionIndexBuilder } from '@/domain/lookup/division/division-index-builder';
import type { Coverage, IndexedArea } from '@/domain/lookup/types';

/** 2022-12-01 21:00 in Beijing. */
export const NOW = Date.UTC(2022, 11, 1, 13);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const code = (text: string): DivisionCode => text as DivisionCode;

type Row = readonly [
  code: string,
  parent: string | null,
  name: string,
  short: string,
  pinyin: string,
  initials: string,
  aliases?: readonly string[],
];

const ROWS: readonly Row[] = [
  ['110000', null, '北京市', '北京', 'beijingshi', 'bjs'],
  ['110105', '110000', '朝阳区', '朝阳', 'chaoyangqu', 'cyq'],
  ['150000', null, '内蒙古自治区', '内蒙古', 'neimengguzizhiqu', 'nmgzzq'],
  ['150100', '150000', '呼和浩特市', '呼和浩特', 'huhehaoteshi', 'hhhts'],
  ['150121', '150100', '土默特左旗', '土默特左旗', 'tumotezuoqi', 'tmtzq', ['土左旗']],
  ['210000', null, '辽宁省', '辽宁', 'liaoningsheng', 'lns'],
  ['211300', '210000', '朝阳市', '朝阳', 'chaoyangshi', 'cys'],
  ['220000', null, '吉林省', '吉林', 'jilinsheng', 'jls'],
  ['220100', '220000', '长春市', '长春', 'changchunshi', 'ccs'],
  ['220104', '220100', '朝阳区', '朝阳', 'chaoyangqu', 'cyq'],
  ['230000', null, '黑龙江省', '黑龙江', 'heilongjiangsheng', 'hljs'],
  ['230800', '230000', '佳木斯市', '佳木斯', 'jiamusishi', 'jmss'],
  ['230805', '230800', '东风区', '东风', 'dongfengqu', 'dfq'],
  ['330000', null, '浙江省', '浙江', 'zhejiangsheng', 'zjs'],
  ['330300', '330000', '温州市', '温州', 'wenzhoushi', 'wzs'],
  ['330382', '330300', '乐清市', '乐清', 'yueqingshi', 'yqs'],
  ['370000', null, '山东省', '山东', 'shandongsheng', 'sds'],
  ['370700', '370000', '潍坊市', '潍坊', 'weifangshi', 'wfs'],
  ['370702', '370700', '潍城区', '潍城', 'weichengqu', 'wcq'],
  ['370703', '370700', '寒亭区', '寒亭', 'hantingqu', 'htq'],
  ['370705', '370700', '奎文区', '奎文', 'kuiwenqu', 'kwq'],
  ['370703001', '370703', '寒亭街道', '寒亭', 'hantingjiedao', 'htjd'],
  ['370703002', '370703', '开元街道', '开元', 'kaiyuanjiedao', 'kyjd'],
  ['370703002201', '370703002', '团结村村民委员会', '团结村', 'tuanjiecuncunminweiyuanhui', 'tjccmwyh'],
  [
    '370700-gaoxin',
    '370700',
    '潍坊高新技术产业开发区',
    '潍坊高新技术产业开发区',
    'weifanggaoxin',
    'wfgx',
    ['潍坊高新区'],
  ],
];

function kindOf(text: string): DivisionKind {
  if (text.includes('-')) return 'FUNCTIONAL_ZONE';
  if (text.length === 12) return 'COMMUNITY';
  if (text.length === 9) return 'STREET';
  if (text.endsWith('0000')) return 'PROVINCE';
  return text.endsWith('00') ? 'PREFECTURE' : 'COUNTY';
}

export function division([text, parent, name, shortName, pinyin, initials, aliases = []]: Row): Division {
  return {
    code: code(text),
    kind: kindOf(text),
    parent: parent === null ? null : code(parent),
    name,
    shortName,
    aliases,
    pinyin,
    initials,
    validFrom: null,
    validTo: null,
    successors: [],
    overlaps: [],
  };
}

/** A handful of real divisions, children before parents, so that no test leans on the order they come in. */
export function divisions(more: readonly Division[] = []): DivisionIndex {
  const builder = new DivisionIndexBuilder();
  for (const row of [...ROWS].reverse()) builder.add(division(row));
  for (const extra of more) builder.add(extra);
  return builder.build();
}

export function area(
  id: string,
  divisionCode: string | null,
  name: string,
  more: Partial<IndexedArea> = {},
): IndexedArea {
  return {
    id,
    divisionCode: divisionCode === null ? null : code(divisionCode),
    name,
    aliases: [],
    kind: 'BUILDING',
    authority: '潍坊市指挥部',
    source: { name: '潍坊市指挥部', publishedAt: NOW - HOUR },
    noticeNo: null,
    drill: false,
    periods: [{ level: 'HIGH', from: NOW - 2 * DAY, to: null }],
    earliestRelease: null,
    ...more,
  };
}

export const NATION_COVERED: readonly Coverage[] = [
  { division: null, source: '国务院客户端', since: null, asOf: NOW },
];

export function indexOf(
  areas: readonly IndexedArea[],
  coverages: readonly Coverage[] = NATION_COVERED,
  romanise: Romanise | null = null,
): AreaIndex {
  const empty = withCoverages(emptyAreaIndex(divisions(), 0, NOW, romanise), coverages, 0);
  return applyAreas(empty, areas, 7, NOW);
}
