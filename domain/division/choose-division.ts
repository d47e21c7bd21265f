import type { DivisionIndex, Scope } from './division-index';
import { shortName } from './short-name';
import type { Division } from './types';
import { bracketReadings } from './written-name';

/** One division, or why there is none. `BY_SUCCESSOR`: the name belongs to a withdrawn code with a single heir. */
export type Choice =
  | { readonly division: Division; readonly by: 'NAME' | 'VARIANT' | 'SUCCESSOR' }
  | { readonly division: null; readonly by: 'AMBIGUOUS' | 'UNKNOWN' };

const UNKNOWN: Choice = { division: null, by: 'UNKNOWN' };
const AMBIGUOUS: Choice = { division: null, by: 'AMBIGUOUS' };

/**
 * The one division meant among those that bear a form: codes in force go before withdrawn ones, and a withdrawn
 * one is replaced by its successor when there is exactly one.
 */
function chooseAmong(index: DivisionIndex, bearers: readonly Division[] | undefined): Choice {
  if (bearers === undefined || bearers.length === 0) return UNKNOWN;
  const inForce = bearers.filter((division) => division.validTo === null);
  const [only, second] = inForce;
  if (only !== undefined) return second === undefined ? { division: only, by: 'NAME' } : AMBIGUOUS;
  const heirs = new Set(bearers.flatMap((division) => division.successors));
  const [heir, otherHeir] = heirs;
  const division = otherHeir === undefined ? index.get(heir ?? null) : undefined;
  return division === undefined ? AMBIGUOUS : { division, by: 'SUCCESSOR' };
}

/** The division of a scope that `token`, read as a whole, names by its full name, an alias or a bracket reading. */
export function chooseNamed(index: DivisionIndex, scope: Scope, token: string): Choice {
  const direct = chooseAmong(index, scope.alone.get(token));
  if (direct.by !== 'UNKNOWN') return direct;
  for (const reading of bracketReadings(token)) {
    const choice = chooseAmong(index, scope.alone.get(reading));
    if (choice.division !== null) return { division: choice.division, by: 'VARIANT' };
  }
  return UNKNOWN;
}

/**
 * The division of a scope that shares its short name with `token`: 库车县 for 库车市, 崔黄口乡 for 崔黄口镇. Endings change
 * when a county becomes a city or a township a town; the stem stays. 新区 is left out: it is not the 区 of that stem.
 */
export function chooseByStem(index: DivisionIndex, scope: Scope, token: string): Choice {
  if (token.endsWith('新区')) return UNKNOWN;
  for (const stem of new Set([token, shortName(token, 'COUNTY'), shortName(token, 'STREET')])) {
    const bearers = scope.short.get(stem)?.filter((division) => division.validTo === null);
    const choice = chooseAmong(index, bearers);
    if (choice.by === 'AMBIGUOUS') return choice;
    if (choice.division !== null) return { division: choice.division, by: 'VARIANT' };
  }
  return UNKNOWN;
}

/** A division that opens a text, and the text behind it. */
export interface Opening {
  readonly choice: Choice;
  readonly form: string;
  readonly rest: string;
}

const NO_OFFICE_BEFORE = /^(?:$|[\d一二三四五六七八九十#号段口道里巷]|小区|社区)/;
const STREET_OPENING = /^(.{2,8}?)(?:街道办事处|街道办|街道|办事处|镇|乡)/;

/**
 * A street or town opening `text` under a name that has changed its ending since: 龙王办事处 for 龙王乡, 万松街道 for 万松街街道,
 * 黑甲山街道 for 黑甲山片区. Only when one single street of the scope has that stem.
 */
export function openingByStem(index: DivisionIndex, scope: Scope, text: string): Opening | null {
  const match = STREET_OPENING.exec(text);
  const [form = '', stem = ''] = match ?? [];
  if (match === null) return null;
  const bearers = ['', '街', '路', '片区']
    .flatMap((ending) => scope.short.get(stem + ending) ?? [])
    .filter((division) => division.kind === 'STREET' && division.validTo === null);
  if (new Set(bearers).size !== 1) return null;
  return { choice: chooseAmong(index, bearers), form, rest: text.slice(form.length).trim() };
}

/**
 * Divisions of a scope whose written form opens `text`, longest form first.
 * A form that ends in 街 and is followed by a number is a road with a house number, not an office, and is left out.
 */
export function openings(index: DivisionIndex, scope: Scope, text: string): Opening[] {
  const found: Opening[] = [];
  for (let length = Math.min(scope.longest, text.length); length >= 2; length -= 1) {
    const form = text.slice(0, length);
    const bearers = scope.opening.get(form);
    if (bearers === undefined) continue;
    const rest = text.slice(length).trim();
    if (form.endsWith('街') && NO_OFFICE_BEFORE.test(rest)) continue;
    if (form.endsWith('办') && /^[公事]/.test(rest)) continue;
    found.push({ choice: chooseAmong(index, bearers), form, rest });
  }
  return found;
}
