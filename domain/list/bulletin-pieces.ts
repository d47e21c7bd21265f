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

/** Cuts a line's body at every separator outside brackets. `from` is the offset in the line at which the body begins. */
export function splitPieces(line: string, from: number): Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  let depth = 0;
  let before: Separator = 'SEMICOLON';
  for (let at = from; at <= line.length; at += 1) {
    const char = line[at] ?? '。';
    if (char === '（' || char === '(') depth += 1;
    else if (char === '）' || char === ')') depth = Math.max(0, depth - 1);
    const separator = depth === 0 || at === line.length ? SEPARATOR[char] : undefined;
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

const STRENGTH: Readonly<Record<Separator, number>> = { PAUSE: 0, COMMA: 1, SEMICOLON: 2 };

interface Reading {
  /** How far back an enclosed area gathers its boundary: over 、 only, over ， too, or not at all. */
  readonly gather: 'PAUSE' | 'COMMA' | 'NONE';
  readonly joinNumbers: boolean;
}

const READINGS: readonly Reading[] = [
  { gather: 'PAUSE', joinNumbers: true },
  { gather: 'COMMA', joinNumbers: true },
  { gather: 'NONE', joinNumbers: true },
  { gather: 'PAUSE', joinNumbers: false },
  { gather: 'COMMA', joinNumbers: false },
];

/**
 * Joins pieces that are one place: a boundary (A以北、B以东、C以西围合区域) and bare numbers (杨新路82号、112号). How far back a
 * boundary reaches is not written, so of the readings in order of likelihood the first that gives the stated number wins.
 * @param stated the line's own (N个)
 * @returns the places as offsets in the line; the likeliest reading when none gives `stated`
 */
export function joinPieces(line: string, pieces: readonly Piece[], stated: number): Piece[] {
  let likeliest: Piece[] | null = null;
  for (const reading of READINGS) {
    const places = read(line, pieces, reading);
    if (places.length === stated) return places;
    likeliest ??= places;
  }
  return likeliest ?? [];
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

function gather(line: string, joined: Piece[], over: 'PAUSE' | 'COMMA'): void {
  let last = joined.pop();
  while (last !== undefined && STRENGTH[last.before] <= STRENGTH[over] && !SIDE.test(last.text)) {
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
