import ethnicGroups from './ethnic-groups.json';
import type { DivisionKind } from './types';

/** 维吾尔自治区, 蒙古自治州 …: the peoples that stand in a division's name without 族. */
const WITHOUT_ZU = '维吾尔|哈萨克|蒙古|柯尔克孜|锡伯|塔吉克';
const PEOPLES = `(?:(?:(?:${ethnicGroups.join('|')})族)|${WITHOUT_ZU})+`;

const ENDINGS: Readonly<Record<DivisionKind, readonly RegExp[]>> = {
  // Not PEOPLES: 内蒙古 would lose its 蒙古.
  PROVINCE: [/(?:壮族|回族|维吾尔)?自治区$/, /特别行政区$/, /[省市]$/],
  PREFECTURE: [new RegExp(`(?:${PEOPLES})?自治州$`), /地区$/, /[市盟]$/],
  COUNTY: [
    new RegExp(`(?:${PEOPLES})?自治[县旗]$`),
    new RegExp(`${PEOPLES}区$`),
    // 矿区 keeps its ending: 井陉矿区 without it would read as its neighbour 井陉县.
    /(?<!矿)(?:新区|特区|林区|[市县]|(?<!矿)区)$/,
  ],
  FUNCTIONAL_ZONE: [],
  STREET: [/街道办事处$/, /(?:街道|地区|苏木)$/, new RegExp(`${PEOPLES}(?:民族)?乡$`), /(?:民族乡|[镇乡])$/],
  COMMUNITY: [],
};

const COMMITTEES: readonly (readonly [RegExp, string])[] = [
  [/(?:社区)(?:居民委员会|居委会)$/, '社区'],
  [/村(?:村民委员会|村委会|民委员会|委会|委员会)$/, '村'],
  [/(?:居民委员会|居委会|村民委员会|村委会)$/, ''],
];

/**
 * The name as people say it: 潍坊市 → 潍坊, 红河哈尼族彝族自治州 → 红河, 开元街道 → 开元,
 * 多福巷社区居委会 → 多福巷社区.
 * @param name official full name
 * @param kind what the division is; the same ending means different things on different levels
 * @returns the stem of at least two characters, else `name` unchanged (单县, 郊区, 土默特左旗)
 */
export function shortName(name: string, kind: DivisionKind): string {
  if (kind === 'COMMUNITY') return shortCommunityName(name);
  for (const ending of ENDINGS[kind]) {
    const stem = name.replace(ending, '');
    if (stem === name) continue;
    if (stem.length >= 2) return stem;
    // 东乡族自治县 is named after its people alone.
    const people = /^(.{2,})族自治[县旗]$/.exec(name)?.[1];
    return people ?? name;
  }
  return name;
}

function shortCommunityName(name: string): string {
  for (const [ending, instead] of COMMITTEES) {
    if (!ending.test(name)) continue;
    const stem = name.replace(ending, instead);
    return stem.length >= 2 ? stem : name;
  }
  return name;
}
