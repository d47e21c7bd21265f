import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import { isInside, kindRank } from '@/domain/lookup/division/division-parts';
import { findExact } from '@/domain/lookup/division/find-exact';
import { currentOf } from '@/domain/lookup/division/successors';
import { unitsOf } from '@/domain/lookup/pool-text';

/** How far a text begins with division names. */
export interface ReadPath {
  /** Units of the text that are division names. */
  readonly consumed: number;
  /** The same without a community or village at the end: its name is part of how people name the place. */
  readonly beforeCommunity: number;
  /** How many names were read. */
  readonly steps: number;
  /** The deepest divisions read, rank order: several when a name repeats and nothing above it was said. */
  readonly scopes: readonly number[];
  /** The one deepest division, −1 when none or several. */
  readonly last: number;
}

const LONGEST = 15;
const MOST_SCOPES = 64;
const STREET_RANK = 4;
const OFFICE = /^(?:街道办事处|办事处|街道办|街办|办)/;
const CLEAR_END = /(?:社区|村|嘎查|农场|林场|牧场)$/;

/**
 * Read division names from the beginning of a normalised text, widest first, levels may be left out.
 *
 * A short name (潍坊, 寒亭) counts only when another division or the end follows, or a blank did (`breaks` holds the
 * positions of blanks): 东风小区 must not become 东风区. A street or village needs its full name.
 * @param under only names at or below this ordinal, and the names above it; −1 for the nation
 */
export function readPath(
  index: DivisionIndex,
  text: string,
  under = -1,
  breaks: ReadonlySet<number> = new Set(),
): ReadPath {
  const units = unitsOf(text);
  let at = 0;
  let beforeCommunity = 0;
  let steps = 0;
  let scopes: readonly number[] = [];
  while (at < text.length) {
    const step = readStep(index, { text, units, under, breaks }, at, scopes);
    if (step === null) break;
    at = step.end;
    steps++;
    scopes = step.scopes;
    const rank = kindRank(index, scopes[0] ?? 0);
    if (rank > STREET_RANK) break;
    const office = OFFICE.exec(text.slice(at));
    if (office !== null && rank === STREET_RANK) at += office[0].length;
    beforeCommunity = at;
  }
  return { consumed: at, beforeCommunity, steps, scopes, last: scopes.length === 1 ? (scopes[0] ?? -1) : -1 };
}

interface Reading {
  readonly text: string;
  readonly units: Uint16Array;
  readonly under: number;
  readonly breaks: ReadonlySet<number>;
}

interface Step {
  readonly end: number;
  readonly scopes: readonly number[];
}

function readStep(
  index: DivisionIndex,
  reading: Reading,
  at: number,
  scopes: readonly number[],
): Step | null {
  const { text, units, under, breaks } = reading;
  for (let end = Math.min(text.length, at + LONGEST); end >= at + 2; end--) {
    const { named, aliased } = findExact(index, units, at, end);
    if (named.length + aliased.length === 0) continue;
    const piece = text.slice(at, end);
    const fitting = currentOf(index, [...named, ...aliased]).filter(
      (ordinal) =>
        fits(index, ordinal, end - at, scopes, under) &&
        // 小寨镇小寨镇村: the second 小寨镇 belongs to the village.
        (text.length - end !== 1 || !scopes.includes(ordinal)),
    );
    const full = fitting.filter(
      (ordinal) =>
        index.terms.lengths[ordinal] === piece.length ||
        !named.includes(ordinal) ||
        ended(index, ordinal, piece),
    );
    const short = full.length === 0;
    const next = short ? fitting.filter((ordinal) => kindRank(index, ordinal) < STREET_RANK) : full;
    if (next.length === 0 || next.length > MOST_SCOPES) continue;
    if (!short || end === text.length || breaks.has(end)) return { end, scopes: next };
    if (readStep(index, reading, end, next) !== null) return { end, scopes: next };
  }
  return null;
}

/** A step goes down from where we are; a municipality may name itself twice (重庆市重庆市渝中区). */
function fits(
  index: DivisionIndex,
  ordinal: number,
  length: number,
  scopes: readonly number[],
  under: number,
): boolean {
  if (under >= 0 && !isInside(index, ordinal, under) && !isInside(index, under, ordinal)) return false;
  if (scopes.length === 0) return true;
  const repeatable = kindRank(index, ordinal) < STREET_RANK || index.terms.lengths[ordinal] === length;
  return scopes.some((scope) => (repeatable || ordinal !== scope) && isInside(index, ordinal, scope));
}

/** 团结村 for 团结村民委员会: a village's short name that ends like one. 马村 is not 马村镇. */
function ended(index: DivisionIndex, ordinal: number, piece: string): boolean {
  return kindRank(index, ordinal) > STREET_RANK && CLEAR_END.test(piece);
}
