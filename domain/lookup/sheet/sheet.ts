import type { DivisionKind } from '@/domain/division/types';
import type { Level } from '@/domain/level/level';
import type { AreaMention, LevelCounts, LookupResult, PathStep } from '@/domain/lookup/types';
import type { LocalDay } from '@/domain/time/shanghai';

/** The highest level that held at some time of a calendar day in Asia/Shanghai. */
export interface DayLevel {
  readonly day: LocalDay;
  readonly level: Level;
}

/** A division as a row of the tree: the level of its ground and what stands inside. */
export interface TreeRow extends PathStep {
  readonly kind: DivisionKind;
  readonly level: Level;
  readonly contains: LevelCounts;
  /** How many divisions directly below hold high or medium areas. */
  readonly holders: number;
}

/** Standing areas of some ground, the higher level first; `total` also counts those left out of `rows`. */
export interface StandingAreas {
  readonly rows: readonly AreaMention[];
  readonly total: number;
}

/** Everything a person on the phone is told about one place. */
export interface Sheet {
  readonly result: LookupResult;
  /** The address as typed, when the result answers one; else null. */
  readonly address: string | null;
  /** For an address: the ground it stands on, when the result is an area of which the address is not fully part. */
  readonly ground: LookupResult | null;
  /** For an address: the level of what lies in none of its `parts`; null when there are none. */
  readonly remainder: Level | null;
  /** For an address: standing areas that are a part of it (one unit of the building asked for). */
  readonly parts: readonly AreaMention[];
  /** Standing areas that may hold the place, but whose wording leaves it open. */
  readonly possible: readonly AreaMention[];
  /** Standing areas of the same compound that do not hold the place. */
  readonly nearby: readonly AreaMention[];
  /** Oldest first, the last is today; empty for an address, whose ground has no history of its own. */
  readonly days: readonly DayLevel[];
  /** County, prefecture or province above, nearest first. */
  readonly around: readonly TreeRow[];
  /** Divisions that hold areas and share ground with this county or functional zone: those areas may lie here. */
  readonly overlapping: readonly TreeRow[];
  /** Divisions directly below: those that hold areas first. */
  readonly children: readonly TreeRow[];
  /** Areas to list under the place: all of a street or community, else those whose street nobody wrote. */
  readonly areas: StandingAreas;
  /** Standing areas of the divisions above (up to the county) that name no street or community: they may be here. */
  readonly loose: number;
}
