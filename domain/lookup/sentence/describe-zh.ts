import type { Level } from '@/domain/level/level';
import { restSaid } from '@/domain/lookup/rest-said';
import type {
  AreaMention,
  AreaResult,
  DivisionResult,
  LevelCounts,
  LookupResult,
} from '@/domain/lookup/types';
import { fullName } from '@/domain/place/full-name';
import { sayInstant } from '@/domain/time/say-instant';

const WORDS: Record<Level, string> = {
  HIGH: '高风险',
  MEDIUM: '中风险',
  LOW: '低风险',
  ROUTINE: '常态化防控',
  UNKNOWN: '未知，不等于低风险',
};
const MOST_CHILDREN = 10;
const MOST_MENTIONS = 5;

/** The Chinese sentence of a result; see `describe`. */
export function describeZh(result: LookupResult): string {
  const body = result.kind === 'area' ? areaZh(result) : divisionZh(result);
  return `${body}${lookbackZh(result)}${cutOffZh(result)}。`;
}

function areaZh(result: AreaResult): string {
  const place = `${result.drill ? '【演练数据】' : ''}${fullName(namesOf(result), result.name)}`;
  const { why } = result;
  if (why.rule === 'STANDING') return `${place}：${WORDS[result.level]}，自${sayInstant(why.from, 'zh')}起`;
  if (why.rule === 'RELEASED') {
    return `${place}：${WORDS[result.level]}，原划定已于${sayInstant(why.endedAt, 'zh')}解除`;
  }
  if (why.rule === 'NOT_YET') {
    return `${place}：${WORDS[result.level]}，自${sayInstant(why.from, 'zh')}起将有新的划定`;
  }
  if (why.rule === 'NOT_LOCATED') return `${place}：${WORDS[result.level]}${notLocatedZh(why)}`;
  return `${place}：${WORDS[result.level]}`;
}

function divisionZh(result: DivisionResult): string {
  const { contains, why, restWhy, name, level } = result;
  const remaining = restSaid(result);
  const lost = notLocatedZh(result.unlocated);
  if (why.rule === 'STANDING') {
    return `${pathZh(result)}：全域${WORDS[level]}，自${sayInstant(why.from, 'zh')}起${besideZh(result)}`;
  }
  if (result.match.type === 'address') return `${groundZh(result)}${lost}${besideZh(result)}`;
  if (contains.HIGH + contains.MEDIUM > 0) {
    const rest = remaining === null ? '' : `；其余地区${WORDS[remaining]}`;
    return `${titleZh(result)}：${countsZh(contains)}${spreadZh(result)}${rest}${lost}${overlapZh(result)}`;
  }
  // A place below its county is told with what its county holds.
  if (restWhy.rule === 'REST_OF_COUNTY' || result.possible.length > 0) {
    return `${groundZh(result)}${lost}${besideZh(result)}${overlapZh(result)}`;
  }
  if (restWhy.rule === 'BY_COUNTY' && level === 'ROUTINE') return `${titleZh(result)}：现无中高风险区`;
  const none = level === 'ROUTINE' ? `，${name}现无中高风险区` : '';
  return `${titleZh(result)}：${WORDS[level]}${none}${lost}${overlapZh(result)}`;
}

/** The ground outside the areas named: what an address stands on, or what remains of a division. */
function groundZh(result: DivisionResult): string {
  const open = result.possible.length > 0 ? '如不在下列区域内，则为' : '';
  const words = `${pathZh(result)}：${open}${WORDS[result.restLevel ?? result.level]}`;
  const { restWhy } = result;
  if (restWhy.rule !== 'REST_OF_COUNTY') return words;
  const county = result.path.find((step) => step.code === restWhy.county)?.name ?? '所在县区';
  return `${words}（${county}现有${countsZh(restWhy)}）`;
}

function notLocatedZh(counts: LevelCounts): string {
  return counts.HIGH + counts.MEDIUM > 0 ? `；另有${countsZh(counts)}未能定位，可能在此` : '';
}

/** Lists write a place of a functional zone under the zone or under a county of its ground. */
function overlapZh({ overlapping }: DivisionResult): string {
  return overlapping
    .map((other) => `；与其共有地界的${other.name}现有${countsZh(other.contains)}，可能在此`)
    .join('');
}

function besideZh(result: DivisionResult): string {
  const possible = mentionsZh('可能属于下列区域，须核实', result.possible);
  const nearby = mentionsZh('同小区或同路段其他风险区', result.nearby);
  return `${possible}${nearby}`;
}

function mentionsZh(title: string, mentions: readonly AreaMention[]): string {
  if (mentions.length === 0) return '';
  const listed = mentions.slice(0, MOST_MENTIONS).map((area) => `${area.name}（${WORDS[area.level]}）`);
  const more = mentions.length > MOST_MENTIONS ? `等${mentions.length}处` : '';
  return `；${title}：${listed.join('、')}${more}`;
}

function countsZh(counts: LevelCounts): string {
  const parts = [];
  if (counts.HIGH > 0) parts.push(`高风险区${counts.HIGH}个`);
  if (counts.MEDIUM > 0) parts.push(`中风险区${counts.MEDIUM}个`);
  return parts.join('、');
}

function spreadZh({ children, contains }: DivisionResult): string {
  if (children.length === 0) return '';
  const both = contains.HIGH > 0 && contains.MEDIUM > 0;
  const listed = children
    .slice(0, MOST_CHILDREN)
    .map((child) =>
      both ? `${child.name}${countsZh(child)}` : `${child.name}${child.HIGH + child.MEDIUM}个`,
    );
  const more = children.length > MOST_CHILDREN ? `等${children.length}地` : '';
  return `，分布在${listed.join(both ? '；' : '、')}${more}`;
}

function lookbackZh(result: LookupResult): string {
  const { days, highest, last } = result.lookback;
  if (last === null || highest === result.level) return '';
  if (highest !== 'HIGH' && highest !== 'MEDIUM') return '';
  return `；近${days}天内最高曾为${WORDS[highest]}，最近一次至${sayInstant(last, 'zh')}`;
}

function cutOffZh({ source }: LookupResult): string {
  if (source === null) return '（未收到覆盖该地的数据）';
  return `（数据截至${sayInstant(source.publishedAt, 'zh')}，来源：${source.name}）`;
}

/** A province or prefecture by its own name; county names repeat, so they and what lies below by the whole path. */
function titleZh(result: DivisionResult): string {
  const wide = result.divisionKind === 'PROVINCE' || result.divisionKind === 'PREFECTURE';
  return wide ? result.name : pathZh(result);
}

function pathZh(result: LookupResult): string {
  return namesOf(result).join('');
}

function namesOf(result: LookupResult): string[] {
  return result.path.map((step) => step.name);
}
