import { type Opening, openingByStem, openings } from './choose-division';
import type { DivisionIndex, Scope } from './division-index';
import { readChineseNumber } from './regular-aliases';
import type { Division, DivisionCode, DivisionKind } from './types';
import { normaliseWritten, originalEnd } from './written-name';
import { GENERIC_ZONE_NAMES } from './zone-names';

/** The finest division that the start of a place name names. */
export interface Refinement {
  /** The finer division; always the one given or one below it, so that what the source stated is never left. */
  readonly division: DivisionCode;
  readonly depth: DivisionKind | null;
  /**
   * A division named on the way that the code tables do not count to `division`: the functional zone before a county's
   * street, or a county's street inside a functional zone.
   */
  readonly beside: DivisionCode | null;
  /** The place name behind the names that were understood, as it was written; all of it when there were none. */
  readonly remainder: string;
  /**
   * FINER: `division` lies below the one given. BESIDE: only a division beside it was named. AMBIGUOUS: several bear the
   * name. NONE: the start names no division.
   */
  readonly why: 'FINER' | 'BESIDE' | 'AMBIGUOUS' | 'NONE';
}

const MOST_STEPS = 5;
const XINJIANG = '650000';

/**
 * Looks for a functional zone, county, street or town at the start of a place name:
 * 开元街道天宏尚文苑2号楼 under 寒亭区 → 开元街道; 高新区新城街道北大锦城9号楼 under 奎文区 → 新城街道, beside it 潍坊高新区;
 * 第八师134团5小区 under 兵团 → 第八师, beside it 兵团一三四团 of 沙湾市. Names borne twice below the division are left alone.
 * @param code the division the path resolved to; an unknown code is answered with itself
 */
export function refinePlace(index: DivisionIndex, code: DivisionCode, placeName: string): Refinement {
  const start = index.get(code);
  if (start === undefined)
    return { division: code, depth: null, beside: null, remainder: placeName, why: 'NONE' };

  let text = normaliseWritten(placeName);
  let at = start;
  let division = start;
  let beside: Division | null = null;
  let county: Division | null = start.kind === 'COUNTY' ? start : null;
  let why: Refinement['why'] = 'NONE';
  for (let step = 0; step < MOST_STEPS && at.kind !== 'STREET'; step += 1) {
    const opening =
      firstOpening(index, at, county, text) ??
      firstOpening(index, at, county, withoutLineage(index, at, text));
    if (opening === null) break;
    const named = opening.choice.division;
    if (named === null) {
      if (why === 'NONE') why = 'AMBIGUOUS';
      break;
    }
    if (named.kind === 'COUNTY') county = named;
    at = named;
    text = opening.rest;
    if (index.lineage(at).includes(division)) division = at;
    else beside = at;
    why = division === start ? 'BESIDE' : 'FINER';
  }
  const remainder = why === 'NONE' || why === 'AMBIGUOUS' ? placeName : originalEnd(placeName, text);
  return { division: division.code, depth: division.kind, beside: beside?.code ?? null, remainder, why };
}

/** 东湖高新区关东街道… under 东湖高新区: a place name may repeat the path before it goes on. */
function withoutLineage(index: DivisionIndex, at: Division, text: string): string {
  let rest = text;
  for (const names of index.lineageNames(at)) {
    const name = names.find((each) => rest.startsWith(each));
    if (name !== undefined) rest = rest.slice(name.length).trim();
  }
  return rest;
}

function firstOpening(
  index: DivisionIndex,
  at: Division,
  county: Division | null,
  text: string,
): Opening | null {
  if (text === '') return null;
  if (at.kind === 'COUNTY') {
    const zone = openings(index, index.zonesBeside(at), text).find((opening) => mayMeanZone(opening, at));
    if (zone !== undefined) return zone;
  }
  if (at.code.startsWith('660000')) {
    const regiment = openingRegiment(index, text);
    if (regiment !== null) return regiment;
  }
  const scopes: Scope[] = [];
  // In a zone the county that the path stated goes first: its 新城街道 is meant, not a namesake across the border.
  if (county !== null && county !== at) scopes.push(index.below(county));
  scopes.push(index.below(at));
  for (const scope of scopes) {
    const [longest] = openings(index, scope, text);
    if (longest !== undefined) return longest;
  }
  for (const scope of scopes) {
    const changed = openingByStem(index, scope, text);
    if (changed !== null) return changed;
  }
  return null;
}

/**
 * Below a county 高新区 may mean the prefecture's zone or one of the county's own, so a zone is taken only where it is known
 * to cover the county, or when its name is its own and nothing is known of what it covers.
 */
function mayMeanZone({ choice, form }: Opening, county: Division): boolean {
  const zone = choice.division;
  if (zone === null) return false;
  if (zone.overlaps.includes(county.code)) return true;
  return zone.overlaps.length === 0 && !GENERIC_ZONE_NAMES.has(form);
}

/** 134团, 一二一团, 第四十五团: regiments of 兵团 stand below the counties of 新疆, each number once. */
function openingRegiment(index: DivisionIndex, text: string): Opening | null {
  const match = /^第?([\d零〇一二三四五六七八九十]{1,4})团/.exec(text);
  const number = readChineseNumber(match?.[1] ?? '');
  if (match === null || number === null) return null;
  const bearers = regiments(index).get(number) ?? [];
  const [only, second] = bearers;
  if (only === undefined || second !== undefined) return null;
  const rest = text.slice(match[0].length).trim();
  return { choice: { division: only, by: 'NAME' }, form: match[0], rest };
}

const regimentsOf = new WeakMap<DivisionIndex, ReadonlyMap<number, readonly Division[]>>();

function regiments(index: DivisionIndex): ReadonlyMap<number, readonly Division[]> {
  const known = regimentsOf.get(index);
  if (known !== undefined) return known;
  const found = new Map<number, Division[]>();
  const visit = (code: string): void => {
    for (const division of index.children(code)) {
      if (division.kind !== 'STREET') {
        visit(division.code);
        continue;
      }
      const alias = division.aliases.find((each) => /^\d+团$/.test(each));
      if (alias === undefined) continue;
      const number = Number(alias.slice(0, -1));
      found.set(number, [...(found.get(number) ?? []), division]);
    }
  };
  visit(XINJIANG);
  regimentsOf.set(index, found);
  return found;
}
