import { type Numbers, type PartKind, WIDEST_RANGE } from '@/domain/lookup/place/place';

export interface SegmentPart {
  readonly kind: PartKind;
  readonly numbers: Numbers;
}

/** A stretch between separators: what stands before the numbers, the numbers, a bare number behind them, the rest. */
export interface Segment {
  readonly stem: string;
  /** The first number with its word, as written. */
  readonly head: string;
  readonly parts: readonly SegmentPart[];
  /** A number whose word stands in a later stretch: 6栋2、3单元. */
  readonly bare: Numbers | null;
  readonly tail: string;
}

/** One number as lists write it: 7, 第7, b3, 甲7, 负9, 7甲, 2-1, 1-3, 1至18, 23之4, a, 东(单元). */
const NUMBER =
  '(?:第?[a-z甲乙丙丁东西南北中负附]?\\d+(?:之\\d+)?(?:[-至到]第?\\d+)?[a-z甲乙丙丁]?|[a-z甲乙丙丁]|[东南西北中](?=单元|座|栋|幢))';

const WORDS: readonly [string, PartKind][] = [
  ['号楼|号栋|号幢|号座|#楼|栋楼|幢楼|楼栋|栋|幢|座|#', 'building'],
  ['单元|门(?![面口诊])', 'unit'],
  ['号大院|号院|弄|号', 'door'],
  ['层|楼', 'floor'],
  ['室|户|房', 'room'],
  ['小组|组|社(?!区)|队', 'group'],
];
const PART = new RegExp(`(${NUMBER})(?:${WORDS.map(([words]) => `(${words})`).join('|')})`, 'g');
const BARE = new RegExp(`^(${NUMBER})$`);
const BARE_END = /(?:[a-z]?\d+(?:[-至到]\d+)?)$/;

const NOTHING: Segment = { stem: '', head: '', parts: [], bare: null, tail: '' };

/** Read one stretch of a normalised text that holds no separators and no brackets. */
export function parseSegment(text: string): Segment {
  if (BARE.test(text)) return { ...NOTHING, bare: parseNumbers(text) };
  let parts: SegmentPart[] = [];
  let start = -1;
  let head = '';
  let end = -1;
  for (const match of text.matchAll(PART)) {
    const word = match.slice(2).findIndex((group) => group !== undefined);
    let kind = WORDS[word]?.[1] ?? 'building';
    const adjacent = match.index === end;
    // 214楼 is a building, 3栋2楼 and 288号2楼 a floor.
    if (kind === 'floor' && match[0].endsWith('楼') && !adjacent) kind = 'building';
    if (!adjacent) {
      parts = [];
      start = match.index;
      head = match[0];
    }
    parts.push({ kind, numbers: parseNumbers(match[1] ?? '') });
    end = match.index + match[0].length;
  }
  if (start < 0) {
    const bare = BARE_END.exec(text);
    if (bare === null || bare.index === 0) return { ...NOTHING, stem: text };
    return { ...NOTHING, stem: text.slice(0, bare.index), bare: parseNumbers(bare[0]) };
  }
  const tail = text.slice(end);
  const bareTail = BARE.test(tail) ? parseNumbers(tail) : null;
  return { stem: text.slice(0, start), head, parts, bare: bareTail, tail: bareTail === null ? tail : '' };
}

/**
 * Read one number. `1-3` and `1至18` are ranges when they climb by less than 500 and `-` may mean one; `2-1` is a
 * number of its own.
 */
function parseNumbers(text: string): Numbers {
  const bare = text.replaceAll('第', '');
  const range = /^(\d+)([-至到])(\d+)$/.exec(bare);
  if (range !== null) {
    const low = Number(range[1]);
    const high = Number(range[3]);
    if (high > low && high - low < WIDEST_RANGE) return { values: [], ranges: [{ low, high }] };
    return { values: [`${low}-${high}`], ranges: [] };
  }
  return { values: [bare.replace(/^(\D*)0+(?=\d)/, '$1')], ranges: [] };
}
