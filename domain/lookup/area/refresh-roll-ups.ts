import type { AreaEntry } from '@/domain/lookup/area/area-entry';
import { type AreaIndex, entryAt } from '@/domain/lookup/area/area-index';
import { evaluateRollUp, type RollUp } from '@/domain/lookup/area/roll-up';
import { unlocatedUnder } from '@/domain/lookup/area/unlocated';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';

/** What stands in a slot before and after a change; undefined for an area that came or went. */
export interface Replaced {
  readonly slot: number;
  readonly before: AreaEntry | undefined;
  readonly after: AreaEntry | undefined;
}

type Moved = Pick<AreaIndex, 'rollUps' | 'holders' | 'holderBits' | 'unlocated'>;

const NO_SLOTS = new Int32Array(0);

/** Bring up to date every subtree that gained, lost or holds a replaced area, or in which time has moved on. */
export function refreshRollUps(
  index: AreaIndex,
  entries: Pick<AreaIndex, 'chunks'>,
  replaced: readonly Replaced[],
  at: number,
): Moved {
  const { gained, lost, whole, touched } = movesOf(index, replaced);
  for (const [ordinal, rollUp] of index.rollUps) {
    if (at >= rollUp.validUntil || at < rollUp.validFrom) touched.add(ordinal);
  }
  const rollUps = new Map<number, RollUp>(index.rollUps);
  const fresh: number[] = [];
  const emptied: number[] = [];
  for (const ordinal of touched) {
    const known = index.rollUps.get(ordinal);
    const slots = merged(known?.slots ?? NO_SLOTS, gained.get(ordinal), lost.get(ordinal));
    if (slots.length === 0) {
      if (rollUps.delete(ordinal)) emptied.push(ordinal);
      continue;
    }
    if (known === undefined) fresh.push(ordinal);
    const wholeSlots = whole.has(ordinal) ? wholeOf(entries, slots, ordinal) : (known?.whole ?? []);
    rollUps.set(
      ordinal,
      evaluateRollUp(slots, wholeSlots, (slot) => entryAt(entries, slot), at),
    );
  }
  const unlocated = withUnlocated(index, replaced);
  return { rollUps, ...withHolders(index, fresh, emptied), unlocated };
}

/** The areas whose county nobody knows; the map itself where none of them came, went or changed. */
function withUnlocated(index: AreaIndex, replaced: readonly Replaced[]): AreaIndex['unlocated'] {
  let moved: Map<number, readonly number[]> | null = null;
  for (const { slot, before, after } of replaced) {
    const from = unlocatedUnder(index.divisions, before);
    const to = unlocatedUnder(index.divisions, after);
    if (from === to) continue;
    moved ??= new Map(index.unlocated);
    if (from !== null) {
      const left = (moved.get(from) ?? []).filter((other) => other !== slot);
      if (left.length > 0) moved.set(from, left);
      else moved.delete(from);
    }
    if (to !== null) moved.set(to, [...(moved.get(to) ?? []), slot]);
  }
  return moved ?? index.unlocated;
}

/** Which subtrees gain and lose which slots, and which may have another area that is the whole of them. */
function movesOf(index: AreaIndex, replaced: readonly Replaced[]) {
  const gained = new Map<number, number[]>();
  const lost = new Map<number, Set<number>>();
  const whole = new Set<number>();
  const touched = new Set<number>();
  for (const { slot, before, after } of replaced) {
    const stays = before !== undefined && after !== undefined && before.division === after.division;
    if (!stays && before !== undefined) {
      eachAbove(index.divisions, before.division, (ordinal) => {
        touched.add(ordinal);
        lost.set(ordinal, (lost.get(ordinal) ?? new Set()).add(slot));
      });
      whole.add(before.division);
    }
    if (after === undefined) continue;
    whole.add(after.division);
    eachAbove(index.divisions, after.division, (ordinal) => {
      touched.add(ordinal);
      if (stays) return;
      const list = gained.get(ordinal);
      if (list === undefined) gained.set(ordinal, [slot]);
      else list.push(slot);
    });
  }
  return { gained, lost, whole, touched };
}

function eachAbove(divisions: DivisionIndex, division: number, visit: (ordinal: number) => void): void {
  for (let at = division; at >= 0; at = divisions.parents[at] ?? -1) visit(at);
}

function merged(slots: Int32Array, gained: number[] | undefined, lost: Set<number> | undefined): Int32Array {
  const kept = lost === undefined ? slots : slots.filter((slot) => !lost.has(slot));
  if (gained === undefined) return kept;
  const all = new Int32Array(kept.length + gained.length);
  all.set(kept);
  all.set(gained, kept.length);
  return all.sort();
}

function wholeOf(entries: Pick<AreaIndex, 'chunks'>, slots: Int32Array, ordinal: number): number[] {
  const found: number[] = [];
  for (const slot of slots) {
    const entry = entryAt(entries, slot);
    if (entry?.wholeDivision === true && entry.division === ordinal) found.push(slot);
  }
  return found;
}

function withHolders(
  index: AreaIndex,
  fresh: readonly number[],
  emptied: readonly number[],
): Pick<AreaIndex, 'holders' | 'holderBits'> {
  if (fresh.length + emptied.length === 0) return { holders: index.holders, holderBits: index.holderBits };
  const left = new Set(emptied);
  const kept = left.size === 0 ? index.holders : index.holders.filter((ordinal) => !left.has(ordinal));
  const holders = new Uint32Array(kept.length + fresh.length);
  holders.set(kept);
  holders.set(fresh, kept.length);
  const holderBits = index.holderBits.slice();
  for (const ordinal of fresh) {
    holderBits[ordinal >>> 5] = (holderBits[ordinal >>> 5] ?? 0) | (1 << (ordinal & 31));
  }
  for (const ordinal of emptied) {
    holderBits[ordinal >>> 5] = (holderBits[ordinal >>> 5] ?? 0) & ~(1 << (ordinal & 31));
  }
  return { holders: holders.sort(), holderBits };
}
