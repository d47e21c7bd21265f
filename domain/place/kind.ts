import type { AreaKind } from '@/domain/area/types';

/** From the smallest ground to the largest; a text that joins several places is of the largest kind among them. */
const BY_SIZE: readonly AreaKind[] = [
  'PLACE',
  'UNIT',
  'BUILDING',
  'COMPOUND',
  'VILLAGE',
  'COMMUNITY',
  'STREET',
  'COUNTY',
  'REGION',
];

const BRACKETED = /[（(【[][^（(【[）)】\]]*[）)】\]]/g;
const BOUNDARY =
  /(?:(?<!联)合围|围合|围成)(?![\u4e00-\u9fff]*[0-9]+号$)|以[东西南北][^以]{0,60}以[东西南北]|[东西南北](?:至|起|到)[^，、]{1,40}[，、；,]\s*[东西南北](?:至|起|到)|片区$|范围$|临街区域$/;
/** 高风险区以外的其他地区: the rest of the county, as the low lists name it. */
const REST_OF_COUNTY = /(?:高|中|低)[、和]?(?:高|中|低)?风险(?:地区|区域|区)?(?:以外|之外|外)/;

const ENDINGS: readonly { kind: AreaKind; ending: RegExp }[] = [
  {
    kind: 'UNIT',
    ending: /单元(?:[^单]{0,12}(?:层|户|室))?$|[0-9一二三四五六七八九十]+(?:门|室|户)$|某户$|[0-9]层$/,
  },
  {
    kind: 'BUILDING',
    ending: /(?:号楼|[0-9A-Za-z一二三四五六七八九十](?:栋|幢|座|#|＃)楼?|独栋|大厦|大楼|[^小]楼|栋楼|塔楼)$/,
  },
  { kind: 'STREET', ending: /(?:街道|街道办|街道办事处|(?<![小集场])镇|乡|苏木)$/ },
  { kind: 'COMMUNITY', ending: /(?:社区|居委会|社区居委会)$/ },
  { kind: 'VILLAGE', ending: /(?:村|村委会|嘎查|屯|村民小组|自然村|村[^社]{0,6}组)$/ },
  {
    kind: 'COMPOUND',
    ending:
      /(?:小区|花园|家园|公寓|[苑园里庭院湾府郡邸墅城庄寓]|(?:小区|花园|家园|苑|城|园).{0,4}[期区]|[0-9一二三四五六七八九十A-Za-z东西南北][期区])$/,
  },
];

/** A whole county named by itself; 超市, 办公区 and 南区 end alike but are none. */
const WHOLE_COUNTY =
  /^(?:[\u4e00-\u9fff]{1,6}[县旗]|[\u4e00-\u9fff]{1,2}(?<![小社园活公作舍街墅片校厂院库营景新务中])区|[\u4e00-\u9fff]{1,3}(?<![超都集门夜城菜])市)(?:全域|全境)?$/;

function kindOfOne(place: string): AreaKind {
  const name = place.replace(/(?:全域|全境|全部|整体|(?:所有|全部)楼[栋宇])$/, '').replace(/除.*$/, '');
  return ENDINGS.find(({ ending }) => ending.test(name))?.kind ?? 'PLACE';
}

/**
 * What kind of ground a place text names, judged by its words alone: `…3号楼2单元` is a unit, `…合围区域` a region. A text
 * joining several places is of the largest kind among them; what no rule knows is `PLACE`.
 * @param place place text as written, below its county
 */
export function inferAreaKind(place: string): AreaKind {
  const text = place
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(BRACKETED, '')
    .replace(/[。,]+$/, '');
  if (REST_OF_COUNTY.test(text) && !/[村楼栋幢园苑镇乡]|社区|小区|项目/.test(text)) return 'COUNTY';
  if (BOUNDARY.test(text)) return 'REGION';
  if (WHOLE_COUNTY.test(text) && !/^[东西南北]区/.test(text)) return 'COUNTY';
  let largest = 0;
  for (const part of text.split(/[、,;]/)) {
    if (part !== '') largest = Math.max(largest, BY_SIZE.indexOf(kindOfOne(part)));
  }
  return BY_SIZE[largest] ?? 'PLACE';
}
