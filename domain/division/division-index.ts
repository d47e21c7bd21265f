import type { Division, DivisionCode } from './types';
import { writtenForms } from './written-forms';

/** Divisions that may be named at one place of a path, by how they are written. */
export interface Scope {
  readonly alone: ReadonlyMap<string, readonly Division[]>;
  readonly opening: ReadonlyMap<string, readonly Division[]>;
  /** By short name: 保合少, 库车. A last resort, as short names are shared more often. */
  readonly short: ReadonlyMap<string, readonly Division[]>;
  /** Length of the longest opening form. */
  readonly longest: number;
}

/** The tree of divisions with its scopes; a scope is built when it is first asked for. */
export interface DivisionIndex {
  get(code: string | null): Division | undefined;
  children(code: string): readonly Division[];
  /** The division itself first, the province last. */
  lineage(division: Division): readonly Division[];
  /** For the lineage from the province down: names that may be repeated before a place, the longest first. */
  lineageNames(division: Division): readonly (readonly string[])[];
  /** Provinces, 兵团, and all prefectures. */
  top(): Scope;
  /** What can be named directly below; for a functional zone also the counties it covers and their streets. */
  below(division: Division): Scope;
  /** All counties of a province, whatever their prefecture. */
  counties(province: Division): Scope;
  /** Functional zones beside a county. */
  zonesBeside(county: Division): Scope;
}

/** @param divisions from province to street; communities are passed over */
export function indexDivisions(divisions: Iterable<Division>): DivisionIndex {
  const byCode = new Map<string, Division>();
  const byParent = new Map<string, Division[]>();
  for (const division of divisions) {
    if (division.kind === 'COMMUNITY') continue;
    byCode.set(division.code, division);
    const siblings = byParent.get(division.parent ?? '');
    if (siblings === undefined) byParent.set(division.parent ?? '', [division]);
    else siblings.push(division);
  }
  const children = (code: string): readonly Division[] => byParent.get(code) ?? [];
  const get = (code: string | null): Division | undefined => (code === null ? undefined : byCode.get(code));
  const scopes = new Map<string, Scope>();
  const scope = (key: string, members: () => Iterable<Division>): Scope => {
    const known = scopes.get(key);
    if (known !== undefined) return known;
    const built = buildScope(members());
    scopes.set(key, built);
    return built;
  };

  function* membersBelow(division: Division): Generator<Division> {
    yield* children(division.code);
    for (const code of division.overlaps) {
      const covered = get(code);
      if (covered === undefined) continue;
      yield covered;
      yield* children(code);
    }
  }
  function* membersOnTop(): Generator<Division> {
    for (const province of children('')) {
      yield province;
      for (const below of children(province.code)) {
        if (below.kind === 'PREFECTURE' || below.code === '660000') yield below;
      }
    }
  }

  const lineage = (division: Division): Division[] => {
    const line: Division[] = [];
    for (let at: Division | undefined = division; at !== undefined; at = get(at.parent)) line.push(at);
    return line;
  };
  const repeated = new Map<string, readonly (readonly string[])[]>();

  return {
    get,
    children,
    lineage,
    lineageNames(division) {
      const known = repeated.get(division.code);
      if (known !== undefined) return known;
      const names = lineage(division).reverse().map(repeatableNames);
      repeated.set(division.code, names);
      return names;
    },
    top: () => scope('top', membersOnTop),
    below: (division) => scope(`below ${division.code}`, () => membersBelow(division)),
    counties: (province) =>
      scope(`counties ${province.code}`, () =>
        children(province.code)
          .flatMap((division) => [division, ...children(division.code)])
          .filter((division) => division.kind === 'COUNTY'),
      ),
    zonesBeside: (county) =>
      scope(`zones ${county.parent}`, () =>
        children(county.parent ?? '').filter((division) => division.kind === 'FUNCTIONAL_ZONE'),
      ),
  };
}

function repeatableNames({ name, shortName, aliases }: Division): string[] {
  const names = [name, shortName, ...aliases].filter((each) => /[省市区县旗盟州城]$/.test(each));
  return names.sort((a, b) => b.length - a.length);
}

function buildScope(members: Iterable<Division>): Scope {
  const alone = new Map<string, Division[]>();
  const opening = new Map<string, Division[]>();
  const short = new Map<string, Division[]>();
  let longest = 0;
  const seen = new Set<DivisionCode>();
  for (const division of members) {
    if (seen.has(division.code)) continue;
    seen.add(division.code);
    const forms = writtenForms(division);
    for (const form of forms.alone) put(alone, form, division);
    for (const form of forms.opening) {
      put(opening, form, division);
      longest = Math.max(longest, form.length);
    }
    put(short, division.shortName, division);
  }
  return { alone, opening, short, longest };
}

function put(map: Map<string, Division[]>, form: string, division: Division): void {
  const there = map.get(form);
  if (there === undefined) map.set(form, [division]);
  else there.push(division);
}
