/** What separates a piece from the one before it, strongest first. */
export type Separator = 'SEMICOLON' | 'COMMA' | 'PAUSE';

/** A run of text between separators; `start` and `end` are offsets in the line. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly before: Separator;
}

const SEPARATOR: Readonly<Record<string, Separator>> = {
  '；': 'SEMICOLON',
  ';': 'SEMICOLON',
  '。': 'SEMICOLON',
  '，': 'COMMA',
  ',': 'COMMA',
  '、': 'PAUSE',
};

/** Whether the sign at an offset separates places (inside brackets too). */
export function isSeparator(text: string, at: number): boolean {
  return SEPARATOR[text[at] ?? ''] !== undefined;
}

/** Cuts a text between two offsets at every separator outside brackets. */
export function splitPieces(line: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  let depth = 0;
  let before: Separator = 'SEMICOLON';
  for (let at = from; at <= to; at += 1) {
    const char = at < to ? (line[at] ?? '') : '。';
    if (char === '（' || char === '(') depth += 1;
    else if (char === '）' || char === ')') depth = Math.max(0, depth - 1);
    const separator = depth === 0 || at === to ? SEPARATOR[char] : undefined;
    if (separator === undefined) continue;
    const text = line.slice(start, at).trim();
    if (text !== '') pieces.push({ text, start, end: at, before });
    if (text !== '' || separator !== 'PAUSE') before = separator;
    start = at + 1;
  }
  return pieces;
}

/** 112号, 5-7号, 8栋: nothing but numbers and counters, so the words stand in the piece before. */
const NUMBER_ONLY =
  /^第?(?:[0-9A-Za-z#\-—－~～至]+(?:号楼|号院|号|栋|幢|座|单元|组|楼|门|室|户|层|排|期|区|弄|巷)?)+$/;
const SIDE_OPEN = /以[东西南北内外]$/;
const SIDE = /以[东西南北内外]|[东西南北]至|至[^、，]*(?:区域|片区)$/;
const AREA_END = /(?:区域|片区|范围)(?:[（(].*[)）])?$/;
/** 合围区域, 围合区域, 所围成的区域: the boundary may have begun several pieces earlier. */
const ENCLOSED_END = /(?:合围|围合|围成)的?(?:区域|片区|范围)?(?:[（(].*[)）])?$/;

/** 三巷1号: a lane or number without the village it lies in, so the piece before it has the village. */
const WITHOUT_PARENT = /^(?:第?[一二三四五六七八九十百0-9]+(?:巷|弄|街|路|组|队|号|栋|幢|座|期|区))/;

interface Reading {
  /** How far back an enclosed area gathers its boundary: as far as its words need, over ， always, or not at all. */
  readonly gather: 'NEEDED' | 'COMMA' | 'NONE';
  readonly joinNumbers: boolean;
}

const LIKELIEST: Reading = { gather: 'NEEDED', joinNumbers: true };
const OTHERS: readonly Reading[] = [
  { gather: 'COMMA', joinNumbers: true },
  { gather: 'NONE', joinNumbers: true },
  { gather: 'NEEDED', joinNumbers: false },
  { gather: 'COMMA', joinNumbers: false },
];

/** The places of a line. `byCount`: the likeliest reading does not give the stated number and another does, perhaps by luck. */
export interface JoinedPieces {
  readonly places: readonly Piece[];
  readonly byCount: boolean;
}

/**
 * Joins pieces that are one place: a boundary (A以北、B以东、C以西围合区域) and bare numbers (杨新路82号、112号).
 * @param stated the line's own (N个)
 */
export function joinPieces(line: string, pieces: readonly Piece[], stated: number): JoinedPieces {
  const likeliest = read(line, pieces, LIKELIEST);
  if (likeliest.length === stated) return { places: likeliest, byCount: false };
  for (const reading of OTHERS) {
    const places = read(line, pieces, reading);
    if (places.length === stated) return { places, byCount: true };
  }
  return { places: likeliest, byCount: false };
}

/** Whether a piece is nothing but numbers and counters: its words stand in the piece before. */
export function isNumberOnly(text: string): boolean {
  return NUMBER_ONLY.test(text);
}

function read(line: string, pieces: readonly Piece[], reading: Reading): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && continues(last, piece, reading)) {
      joined[joined.length - 1] = span(line, last, piece);
      continue;
    }
    joined.push(piece);
    if (reading.gather !== 'NONE' && ENCLOSED_END.test(piece.text)) gather(line, joined, reading.gather);
  }
  return joined;
}

function continues(last: Piece, piece: Piece, reading: Reading): boolean {
  if (piece.before === 'SEMICOLON') return false;
  if (reading.joinNumbers && NUMBER_ONLY.test(piece.text)) return true;
  return SIDE_OPEN.test(last.text) && (SIDE.test(piece.text) || AREA_END.test(piece.text));
}

function gather(line: string, joined: Piece[], over: 'NEEDED' | 'COMMA'): void {
  let last = joined.pop();
  while (last !== undefined && last.before !== 'SEMICOLON' && !SIDE.test(last.text)) {
    if (last.before === 'COMMA' && over === 'NEEDED' && !WITHOUT_PARENT.test(last.text)) break;
    const earlier = joined.pop();
    if (earlier === undefined) break;
    last = span(line, earlier, last);
  }
  if (last !== undefined) joined.push(last);
}

function span(line: string, first: Piece, last: Piece): Piece {
  return {
    text: line.slice(first.start, last.end).trim(),
    start: first.start,
    end: last.end,
    before: first.before,
  };
}
