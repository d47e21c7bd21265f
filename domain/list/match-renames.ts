import type { RenameReason, StandingPlace } from '@/domain/list/diff-types';
import { nearness } from '@/domain/list/near-name';
import { withoutPrefixes } from '@/domain/list/street-prefix';
import type { ListEntry } from '@/domain/list/types';
import { numbersOf, placeKey, placeSimilarityKey } from '@/domain/place/normalize';

/** An entry that matches no standing place by name. */
export interface Newcomer {
  readonly entry: ListEntry;
  readonly divisionCode: string | null;
}

export interface RenamePair {
  readonly standing: StandingPlace;
  readonly newcomer: Newcomer;
  /** Null when the names are only perhaps one place. */
  readonly reason: RenameReason | null;
}

interface Named<T> {
  readonly item: T;
  readonly key: string;
  readonly similar: string;
  readonly divisionCode: string | null;
}

/** Among more near names than this, one pair is no finding. */
const MAX_NEAR_CANDIDATES = 400;

/**
 * Pairs places that disappeared with places that came, where both stand at one level, in one division (a code may be the
 * finer of the two), with the same numbers. Only a pair that is the single candidate both ways counts.
 */
export function matchRenames(gone: readonly StandingPlace[], come: readonly Newcomer[]): RenamePair[] {
  const pairs: RenamePair[] = [];
  const groups = new Map<string, { gone: Named<StandingPlace>[]; come: Named<Newcomer>[] }>();
  for (const item of gone) {
    const named = name(item, item.place, item.divisionCode);
    const key = groupKey(item.level, item.divisionCode, item.writtenPath, named.key);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { gone: [named], come: [] });
    else group.gone.push(named);
  }
  for (const item of come) {
    const { entry, divisionCode } = item;
    const key = groupKey(entry.level, divisionCode, entry.writtenPath, entry.place);
    groups.get(key)?.come.push(name(item, entry.place, divisionCode));
  }
  for (const group of groups.values()) {
    if (group.come.length > 0) pairGroup(group.gone, group.come, pairs);
  }
  return pairs;
}

/** Level, county (or written path when unresolved) and numbers: all three must agree. */
function groupKey(level: string, code: string | null, writtenPath: string, place: string): string {
  const county =
    code === null ? writtenPath : /^\d{6}/.test(code) && !code.includes('-') ? code.slice(0, 6) : code;
  return `${level} ${county} ${numbersOf(place)}`;
}

function name<T>(item: T, place: string, divisionCode: string | null): Named<T> {
  return { item, key: placeKey(place), similar: placeSimilarityKey(place), divisionCode };
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
      pairs.push({ standing: standing.item, newcomer: only.item, reason });
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
      const found = nearness(standing.key, newcomer.key);
      if (found === 'NONE' || !sameDivision(standing, newcomer)) continue;
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
      for (const newcomer of byKey.get(key) ?? []) if (sameDivision(standing, newcomer)) found.add(newcomer);
    }
    if (found.size > 0) candidates.set(standing, [...found]);
  }
  return candidates;
}

function sameDivision(a: Named<unknown>, b: Named<unknown>): boolean {
  if (a.divisionCode === null || b.divisionCode === null) return a.divisionCode === b.divisionCode;
  return a.divisionCode.startsWith(b.divisionCode) || b.divisionCode.startsWith(a.divisionCode);
}
