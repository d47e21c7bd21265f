import type { DivisionCode, DivisionKind } from '@/domain/division/types';
import type { Level, StatedLevel } from '@/domain/level/level';

/** Who said it, and the hour of the publication (epoch ms). */
export interface StatementSource {
  readonly name: string;
  readonly publishedAt: number;
}

/** A level held in valid time, half-open `[from, to)`, epoch ms; `to` null while it stands. */
export interface LevelPeriod {
  readonly level: StatedLevel;
  readonly from: number;
  readonly to: number | null;
}

/** One risk area as the look-up index takes it. */
export interface IndexedArea {
  readonly id: string;
  /** Deepest division the area was resolved to; null when its path could not be resolved. */
  readonly divisionCode: DivisionCode | null;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Area kind from unit to county, as the area aggregate names it. */
  readonly kind: string;
  /** The headquarters that decides, or the list that states it. */
  readonly authority: string;
  readonly source: StatementSource;
  readonly noticeNo: string | null;
  /** True for invented drill data (演练数据). */
  readonly drill: boolean;
  /** Valid-time history, oldest first, non-overlapping. */
  readonly periods: readonly LevelPeriod[];
  /**
   * Earliest possible release by the rule (epoch ms) as seen at an instant, null when none is known. Worked out when asked:
   * an area that waits for its round could be released at the earliest now, whenever now is. Null for areas of a list.
   */
  readonly earliestRelease: ((at: number) => number | null) | null;
}

/**
 * The ground for which a source makes statements. A place under no coverage is `UNKNOWN`.
 * `division` null covers the whole nation. `since` is the first instant (epoch ms) the source speaks of; null: no
 * bound. `asOf` is the hour (epoch ms) of its latest publication.
 */
export interface Coverage {
  readonly division: DivisionCode | null;
  readonly source: string;
  readonly since: number | null;
  readonly asOf: number;
}

/** One step of the full path, province first. */
export interface PathStep {
  readonly code: DivisionCode;
  readonly name: string;
}

export const MATCH_TYPES = [
  'code',
  'exact',
  'alias',
  'address',
  'point',
  'prefix',
  'substring',
  'pinyin',
] as const;
export type MatchType = (typeof MATCH_TYPES)[number];

/** How a result was found; `score` 0…1, only for ordering within one answer. */
export interface Match {
  readonly type: MatchType;
  readonly score: number;
}

/** How many areas stand at each level at the asked instant. */
export interface LevelCounts {
  readonly HIGH: number;
  readonly MEDIUM: number;
}

/** The share of one division directly below, for the roll-up sentence. */
export interface CountedChild extends LevelCounts {
  readonly code: DivisionCode;
  readonly name: string;
}

/**
 * `highest` level in the last `days` × 24 h up to the asked instant, and when (epoch ms) it `last` held: the asked
 * instant itself while it stands, null when the highest is not a stated level.
 */
export interface Lookback {
  readonly days: number;
  readonly highest: Level;
  readonly last: number | null;
}

/** The reason of a level; prose comes from `describe`. */
export type Why =
  /** A designation or list statement stands. */
  | { readonly rule: 'STANDING'; readonly from: number; readonly noticeNo: string | null }
  /** The area's last statement ended at `endedAt`; what remains follows from its county. */
  | { readonly rule: 'RELEASED'; readonly endedAt: number; readonly county: DivisionCode }
  /** The area's first statement begins only at `from`; until then its level follows from its county. */
  | { readonly rule: 'NOT_YET'; readonly from: number; readonly county: DivisionCode }
  /** The county holds high or medium areas, so the rest of it is low. */
  | ({ readonly rule: 'REST_OF_COUNTY'; readonly county: DivisionCode } & LevelCounts)
  /** The county holds none, but this many stand that nobody could locate and that may lie in it: unknown, not routine. */
  | ({ readonly rule: 'NOT_LOCATED'; readonly county: DivisionCode } & LevelCounts)
  /** Areas stand somewhere inside the division: the highest of them counts. */
  | ({ readonly rule: 'HOLDS' } & LevelCounts)
  /** Areas that bear the community's name stand in its street or county, and nobody can tell whether they are it. */
  | ({ readonly rule: 'NAMESAKES' } & LevelCounts)
  /** Covered, and the county holds none: routine. */
  | { readonly rule: 'NONE_LEFT'; readonly county: DivisionCode }
  /** A province or prefecture: outside the areas, each county by itself (low where it holds one, routine where not). */
  | ({ readonly rule: 'BY_COUNTY' } & LevelCounts)
  /** No source makes statements for this place at this instant. */
  | { readonly rule: 'NOT_COVERED' }
  /** The area holds no statement now and its county is not known, so nothing may be derived. */
  | { readonly rule: 'COUNTY_UNKNOWN' };

/** A division mentioned beside a result for what stands in it. */
export interface HoldingDivision extends PathStep {
  readonly contains: LevelCounts;
}

/** An area mentioned beside a result. */
export interface AreaMention {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
}

interface ResultBase {
  /** Area id, or the division's code. */
  readonly id: string;
  readonly name: string;
  /** Every division above (and, for a division, itself), province first; empty when unresolved. */
  readonly path: readonly PathStep[];
  /** Of an area: its own. Of a division: see `DivisionResult`. */
  readonly level: Level;
  /** When the stated level began (epoch ms); null for derived levels, and for that of a division that holds areas. */
  readonly since: number | null;
  readonly lookback: Lookback;
  readonly match: Match;
  /** The statement the level rests on; null only when nothing covers the place. */
  readonly source: StatementSource | null;
  readonly why: Why;
}

export interface AreaResult extends ResultBase {
  readonly kind: 'area';
  readonly divisionCode: DivisionCode | null;
  readonly contains: LevelCounts;
  readonly areaKind: string;
  readonly authority: string;
  readonly noticeNo: string | null;
  readonly drill: boolean;
  readonly earliestRelease: number | null;
}

/**
 * A division, in one of two meanings told apart by `match.type`:
 *
 * - **The division itself** (every type but `address`). `level` is the highest that stands anywhere inside it, `restLevel`
 *   that of its remaining ground; 郑州市 with 1,394 high-risk areas is HIGH, its rest LOW.
 * - **The ground at an address** (`address`). The division is the deepest the address names; `level` and `restLevel` are
 *   both that ground's. An address is not high because its county holds a high area; `contains` still counts the division.
 */
export interface DivisionResult extends ResultBase {
  readonly kind: 'division';
  /**
   * Level of the ground outside the listed areas: LOW, ROUTINE or UNKNOWN; HIGH or MEDIUM where the division is designated
   * as a whole. Null above the county where counties differ.
   */
  readonly restLevel: Level | null;
  /** Why the remaining ground has its level; the same as `why` where nothing stands inside. */
  readonly restWhy: Why;
  /** Standing areas that nobody could locate and that may lie here; none of them is in `contains`. */
  readonly unlocated: LevelCounts;
  readonly divisionCode: DivisionCode;
  readonly divisionKind: DivisionKind;
  readonly contains: LevelCounts;
  /** Divisions directly below that hold areas, most high areas first. */
  readonly children: readonly CountedChild[];
  /**
   * For an address: standing areas of the same compound that do not hold it (同小区其他楼栋). The level of this result
   * is that of the ground outside them.
   */
  readonly nearby: readonly AreaMention[];
  /**
   * For an address: standing areas that may hold it, but whose wording (ranges, 除…外, boundaries) does not let us
   * decide. For a community: also standing areas that bear its name. While this is not empty the level must be shown
   * together with it, never alone.
   */
  readonly possible: readonly AreaMention[];
  /** For a county or functional zone itself: divisions that share its ground and hold areas, which may lie here. */
  readonly overlapping: readonly HoldingDivision[];
}

export type LookupResult = AreaResult | DivisionResult;

export interface SearchOptions {
  /** The asked instant, epoch ms. */
  readonly at: number;
  /** Default 14. */
  readonly lookbackDays?: number;
  /** Only places in this division. */
  readonly within?: DivisionCode;
  /** Default 20, at most 100. */
  readonly limit?: number;
}

/** What the query was understood as, for "not found" answers. */
export interface Understood {
  readonly as: 'nothing' | 'code' | 'pinyin' | 'name' | 'address';
  /** Divisions recognised at the start of an address, deepest last; empty when none. */
  readonly path: readonly PathStep[];
  /** The text left after them. */
  readonly rest: string;
}

/** What a search found, before its guards; doors ask `answerPlace`. */
export interface SearchAnswer {
  readonly version: number;
  readonly at: number;
  readonly results: readonly LookupResult[];
  readonly understood: Understood;
}
