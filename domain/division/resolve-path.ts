import { chooseByStem, chooseNamed, openings } from './choose-division';
import { type DivisionIndex, indexDivisions } from './division-index';
import { type Refinement, refinePlace } from './refine-place';
import type { Resolution, ResolutionReason, WrittenPath } from './resolution';
import type { Division, DivisionCode } from './types';
import { normaliseWritten } from './written-name';

export interface PathResolver {
  /** Never throws and never guesses: a name that several divisions bear resolves to what stands above them. */
  resolve(written: WrittenPath): Resolution;
  /** A finer division named at the start of a place name; see {@link refinePlace}. */
  refine(division: DivisionCode, placeName: string): Refinement;
}

const DUMMY = /^(?:市辖区|县|市|(?:省|自治区)?直辖(?:县级)?(?:行政区划|行政单位|市|县)?)$/;
const REMEMBERED = 20_000;

/**
 * Builds a resolver over divisions from province to street (communities are passed over). Building takes some tens of
 * milliseconds; answers to repeated paths are remembered.
 */
export function buildResolver(divisions: Iterable<Division>): PathResolver {
  const index = indexDivisions(divisions);
  const remembered = new Map<string, Resolution>();
  return {
    resolve(written) {
      const parts =
        typeof written === 'string' ? [written] : [written.province, written.city, written.county];
      const key = parts.join('\n');
      const known = remembered.get(key);
      if (known !== undefined) return known;
      if (remembered.size >= REMEMBERED) remembered.clear();
      const resolution = walk(
        index,
        parts.flatMap((part) => normaliseWritten(part).split(/[ ,;/>]+/)),
      );
      remembered.set(key, resolution);
      return resolution;
    },
    refine: (division, placeName) => refinePlace(index, division, placeName),
  };
}

interface Position {
  at: Division | null;
  beside: Division | null;
  why: ResolutionReason;
}

function walk(index: DivisionIndex, parts: readonly string[]): Resolution {
  const position: Position = { at: null, beside: null, why: 'EXACT' };
  const unknown: string[] = [];
  const queue = parts.filter((part) => part !== '' && !DUMMY.test(part));
  for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
    if (part === '' || stepInto(index, position, part)) continue;
    const opened = openPart(index, position, part);
    if (opened === null) unknown.push(part);
    else queue.unshift(opened);
  }
  return conclude(index, position, unknown.join(' '));
}

/** Moves to the division that `part` names as a whole; false when it names none. */
function stepInto(index: DivisionIndex, position: Position, part: string): boolean {
  const { at } = position;
  const scope = at === null ? index.top() : index.below(at);
  const named = chooseNamed(index, scope, part);
  if (named.division !== null) return move(index, position, named.division, named.by);
  // 上海市 上海市, 容城县 容城县: a part may repeat where we are.
  if (at !== null && index.lineage(at).some((above) => above.name === part || above.shortName === part))
    return true;
  if (named.by === 'AMBIGUOUS') position.why = 'AMBIGUOUS';
  if (at === null || at.kind === 'STREET') return false;
  const province = index.lineage(at).find((above) => above.kind === 'PROVINCE');
  if (province !== undefined && (at.kind === 'PROVINCE' || at.kind === 'PREFECTURE')) {
    const elsewhere = chooseNamed(index, index.counties(province), part);
    if (elsewhere.division !== null) return move(index, position, elsewhere.division, 'ONLY_ONE_IN_PROVINCE');
  }
  const byStem = chooseByStem(index, scope, part);
  if (byStem.division !== null) return move(index, position, byStem.division, byStem.by);
  if (byStem.by === 'AMBIGUOUS') position.why = 'AMBIGUOUS';
  return false;
}

/**
 * Splits a part that runs several names together (呼和浩特市土左旗台阁牧镇).
 * @returns the text behind the first name, or null when the part opens with no name
 */
function openPart(index: DivisionIndex, position: Position, part: string): string | null {
  const { at } = position;
  if (at !== null && part.startsWith(at.name) && part.length > at.name.length)
    return part.slice(at.name.length);
  const scopes = at === null ? [index.top()] : [index.below(at)];
  if (at?.kind === 'PROVINCE') scopes.push(index.counties(at));
  for (const scope of scopes) {
    const found = openings(index, scope, part).filter(({ choice }) => choice.division !== null);
    // Of 济南 + 市中区 and 济南市 + 中区 the one that leaves a name behind is meant.
    const best =
      found.find(({ choice, rest }) => rest === '' || continues(index, choice.division, rest)) ?? found[0];
    if (best?.choice.division == null) continue;
    move(index, position, best.choice.division, best.choice.by);
    return best.rest;
  }
  return null;
}

function continues(index: DivisionIndex, division: Division | null, rest: string): boolean {
  if (division === null) return false;
  const scope = index.below(division);
  if (chooseNamed(index, scope, rest).division !== null) return true;
  return openings(index, scope, rest).some(({ choice }) => choice.division !== null);
}

function move(index: DivisionIndex, position: Position, to: Division, by: 'NAME' | ResolutionReason): true {
  const { at } = position;
  if (at?.kind === 'FUNCTIONAL_ZONE' && !index.lineage(to).includes(at)) position.beside = to;
  else position.at = to;
  if (by !== 'NAME') position.why = by;
  return true;
}

function conclude(index: DivisionIndex, position: Position, remainder: string): Resolution {
  const { at, beside, why } = position;
  if (at === null) {
    const reason = why === 'AMBIGUOUS' ? why : 'UNKNOWN_NAME';
    return { division: null, depth: null, status: 'UNRESOLVED', beside: null, remainder, why: reason };
  }
  const status = isAboveCounty(index, at) ? 'ANCESTOR' : 'RESOLVED';
  let reason = why;
  if (remainder !== '' && why !== 'ONLY_ONE_IN_PROVINCE' && why !== 'AMBIGUOUS') reason = 'UNKNOWN_NAME';
  else if (remainder === '' && status === 'ANCESTOR') reason = 'NOTHING_FINER';
  return { division: at.code, depth: at.kind, status, beside: beside?.code ?? null, remainder, why: reason };
}

/** Zones that rank with a prefecture: 兵团 with its divisions, 长白山保护开发区. */
const ABOVE_COUNTY_ZONE = /^(?:660000|220000-changbaishan)/;

function isAboveCounty(index: DivisionIndex, division: Division): boolean {
  if (division.kind === 'FUNCTIONAL_ZONE') return ABOVE_COUNTY_ZONE.test(division.code);
  if (division.kind === 'PROVINCE') return true;
  // 东莞, 中山, 儋州, 嘉峪关 have no counties: nothing administrative lies between them and their streets.
  return (
    division.kind === 'PREFECTURE' && index.children(division.code).some((below) => below.kind === 'COUNTY')
  );
}
