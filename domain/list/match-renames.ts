import { liesIn } from '@/domain/division/lies-in';
import type { DivisionCode } from '@/domain/division/types';
import type { RenameReason, StandingPlace } from '@/domain/list/diff-types';
import { nearness } from '@/domain/list/near-name';
import { withoutPrefixes } from '@/domain/list/street-prefix';
import type { ListEntry } from '@/domain/list/types';
import { numbersOf, placeKey, placeSimilarityKey } from '@/domain/place/normalize';

/** An entry that matches no standing place by name. */
export interface Newcomer {
  readonly entry: ListEntry;
  /** Null while the entry's path leads to no county. */
  readonly divisionCode: DivisionCode | null;
  /** Path of the finest division known of it, a province or prefecture too; null when nothing is. */
  readonly path: string | null;
}

export interface RenamePair {
  readonly standing: StandingPlace;
  readonly newcomer: Newcomer;
  /** Null when the names are only perhaps one place. */
  readonly reason: RenameReason | null;
}

interface Named<T> {
  readonly item: T;
  readonly level: string;
  readonly key: string;
  readonly similar: string;
  readonly path: string | null;
  readonly writtenPath: string;
  /** A list's entry whose path leads to no county. */
  readonly unresolved: boolean;
}

/** Among more near names than this, one pair is no finding. */
const MAX_NEAR_CANDIDATES = 400;

/**
 * Pairs places that disappeared with places that came, where both stand at one level, one lies in the other's division
 * (a list may place it more finely or more coarsely than before), with the same numbers. Only a pair that is the single
 * candidate both ways counts. Within a county first; what is left, and placed in no county, within its province.
 * @param pathOf path of a division by its code; null when the code is unknown
 */
export function matchRenames(
  gone: readonly StandingPlace[],
  come: readonly Newcomer[],
  pathOf: (code: DivisionCode) => string | null,
): RenamePair[] {
  const left = gone.map((item): Named<StandingPlace> => {
    const path = item.divisionCode === null ? null : pathOf(item.divisionCode);
    return { ...name(item, item.place, item.writtenPath), level: item.level, path, unresolved: false };
  });
  const right = come.map((item): Named<Newcomer> => {
    const { entry, path } = item;
    return {
      ...name(item, entry.place, entry.writtenPath),
      level: entry.level,
      path,
      unresolved: item.divisionCode === null,
    };
  });
  const pairs: RenamePair[] = [];
  pairGroups(left, right, COUNTY_STEPS, pairs);
  const paired = new Set<StandingPlace | Newcomer>(
    pairs.flatMap(({ standing, newcomer }) => [standing, newcomer]),
  );
  const open = <T extends StandingPlace | Newcomer>(named: Named<T>) =>
    named.path !== null && !paired.has(named.item);
  pairGroups(
    left.filter(open),
    right.filter(open),
    1,
    pairs,
    ({ path }) => stepsOf(path).length < COUNTY_STEPS,
  );
  return pairs;
}

/** Province, prefecture and county. */
const COUNTY_STEPS = 3;

/**
 * Pairs within groups that agree in level, numbers and the first `steps` steps of the path (the written one where none
 * is known).
 * @param needed only groups with such a place are looked at
 */
function pairGroups(
  gone: readonly Named<StandingPlace>[],
  come: readonly Named<Newcomer>[],
  steps: number,
  pairs: RenamePair[],
  needed: (named: Named<unknown>) => boolean = () => true,
): void {
  interface Group {
    readonly gone: Named<StandingPlace>[];
    readonly come: Named<Newcomer>[];
  }
  const groups = new Map<string, Group>();
  const keyOf = ({ level, path, writtenPath, key }: Named<unknown>): string => {
    const ground = path === null ? writtenPath : stepsOf(path).slice(0, steps).join('/');
    return `${level} ${ground} ${numbersOf(key)}`;
  };
  for (const named of gone) {
    const key = keyOf(named);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { gone: [named], come: [] });
    else group.gone.push(named);
  }
  for (const named of come) groups.get(keyOf(named))?.come.push(named);
  for (const group of groups.values()) {
    if (group.come.length === 0 || ![...group.gone, ...group.come].some(needed)) continue;
    pairGroup(group.gone, group.come, pairs);
  }
}

function stepsOf(path: string | null): string[] {
  return path === null ? [] : path.split('/').filter(Boolean);
}

function name<T>(item: T, place: string, writtenPath: string) {
  return { item, key: placeKey(place), similar: placeSimilarityKey(place), writtenPath };
}

function pairGroup(
  gone: readonly Named<StandingPlace>[],
  come: readonly Named<Newcomer>[],
  pairs: RenamePair[],
): void {
  const left = new Set(gone);
  const right = new Set(come);
  const take = (
    reason: RenameReason | null,
    candidates: ReadonlyMap<Named<StandingPlace>, readonly Named<Newcomer>[]>,
  ): void => {
    const claims = new Map<Named<Newcomer>, number>();
    for (const list of candidates.values()) {
      for (const candidate of list) claims.set(candidate, (claims.get(candidate) ?? 0) + 1);
    }
    for (const [standing, list] of candidates) {
      const only = list[0];
      if (only === undefined || list.length > 1 || claims.get(only) !== 1) continue;
      const placed = reason !== null && standing.key === only.key;
      pairs.push({ standing: standing.item, newcomer: only.item, reason: placed ? 'PLACED' : reason });
      left.delete(standing);
      right.delete(only);
    }
  };
  take(
    'REWORDED',
    candidatesBy(
      left,
      right,
      (named) => [named.similar],
      (named) => [named.similar],
    ),
  );
  const full = (named: Named<unknown>): string[] => [named.similar];
  const short = (named: Named<unknown>): string[] => withoutPrefixes(named.similar);
  take('PREFIX', candidatesBy(left, right, full, short));
  take('PREFIX', candidatesBy(left, right, short, full));
  if (left.size === 0 || left.size * right.size > MAX_NEAR_CANDIDATES ** 2) return;
  const near = {
    SAME: new Map<Named<StandingPlace>, Named<Newcomer>[]>(),
    PERHAPS: new Map<Named<StandingPlace>, Named<Newcomer>[]>(),
  };
  for (const standing of left) {
    for (const newcomer of right) {
      if (!sameGround(standing, newcomer)) continue;
      const found = nearness(standing.key, newcomer.key);
      if (found === 'NONE') continue;
      const list = near[found].get(standing);
      if (list === undefined) near[found].set(standing, [newcomer]);
      else list.push(newcomer);
    }
  }
  take('TYPO', near.SAME);
  for (const [standing, list] of near.PERHAPS) {
    if (!left.has(standing)) near.PERHAPS.delete(standing);
    else
      near.PERHAPS.set(
        standing,
        list.filter((newcomer) => right.has(newcomer)),
      );
  }
  take(null, near.PERHAPS);
}

function candidatesBy(
  left: ReadonlySet<Named<StandingPlace>>,
  right: ReadonlySet<Named<Newcomer>>,
  leftKeys: (named: Named<unknown>) => readonly string[],
  rightKeys: (named: Named<unknown>) => readonly string[],
): Map<Named<StandingPlace>, Named<Newcomer>[]> {
  const byKey = new Map<string, Named<Newcomer>[]>();
  for (const newcomer of right) {
    for (const key of rightKeys(newcomer)) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [newcomer]);
      else list.push(newcomer);
    }
  }
  const candidates = new Map<Named<StandingPlace>, Named<Newcomer>[]>();
  for (const standing of left) {
    const found = new Set<Named<Newcomer>>();
    for (const key of leftKeys(standing)) {
      for (const newcomer of byKey.get(key) ?? []) if (sameGround(standing, newcomer)) found.add(newcomer);
    }
    if (found.size > 0) candidates.set(standing, [...found]);
  }
  return candidates;
}

/** Whether one lies in the other's division. Two that only their written paths tell apart must be written alike. */
function sameGround(standing: Named<unknown>, newcomer: Named<unknown>): boolean {
  const [a, b] = [standing.path, newcomer.path];
  if (a === null || b === null || (a === b && newcomer.unresolved)) {
    return a === b && standing.writtenPath === newcomer.writtenPath;
  }
  return liesIn(a, b) || liesIn(b, a);
}
