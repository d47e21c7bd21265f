import type { DivisionCode } from '@/domain/division/types';
import type { Level, StatedLevel } from '@/domain/level/level';
import type { Decision } from './decision';
import type { LostBasis } from './lost-basis';
import type {
  AreaKind,
  DesignationCause,
  DesignationFact,
  InfectionExclusion,
  InfectionFact,
  ScreeningFact,
} from './types';

/** When a row was recorded (epoch ms), until when it was held true, and what became of it. */
export interface Recorded {
  readonly id: string;
  readonly recordedFrom: number;
  /** Null while it is what we hold true. */
  readonly recordedTo: number | null;
  readonly supersedesId: string | null;
  readonly actorId: string;
}

/** One level in two times; instants epoch ms. */
export interface RecordedLevel extends Recorded {
  readonly level: StatedLevel;
  readonly validFrom: number;
  readonly validTo: number | null;
  readonly cause: string;
  readonly endCause: string | null;
  readonly reason: string;
  readonly noticeNo: string | null;
  readonly policy: { readonly id: string; readonly version: number };
  /** Where it comes from, as it was stored. */
  readonly source: unknown;
}

interface RecordedEvidence extends Recorded {
  readonly withdrawn: { readonly reason: string; readonly actorId: string } | null;
}

/** Infections as recorded; `foundOn` a Shanghai day, `count` persons. */
export interface RecordedInfection extends RecordedEvidence {
  readonly foundOn: string;
  readonly count: number;
  readonly countsForDesignation: boolean;
  readonly resetsClock: boolean;
  readonly exclusion: InfectionExclusion | null;
  readonly reason: string;
}

/** A round or a part of one as recorded; `from` and `to` epoch ms, figures persons. */
export interface RecordedScreening extends RecordedEvidence {
  readonly roundId: string;
  readonly from: number;
  readonly to: number;
  readonly target: number;
  readonly tested: number;
  readonly positive: number;
  readonly note: string;
}

/**
 * What an area was called, where it lay and what it was, as one row says it; instants epoch ms. `validFrom` null: as far
 * back as anybody asks.
 */
export interface RecordedVersion extends Recorded {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: AreaKind;
  readonly population: number | null;
  readonly divisionCode: string | null;
  /** Names of the divisions from the province down; empty where none is known. */
  readonly path: readonly string[];
  readonly resolved: boolean;
  readonly writtenPath: string;
  readonly validFrom: number | null;
  readonly validTo: number | null;
  readonly cause: 'ENTERED' | 'RENAMED' | 'MOVED' | 'RESOLVED' | 'ALIASED' | 'RESTATED';
  readonly reason: string;
}

/** A change of level that was withdrawn before its hour: `restored` is what stands on; null where nothing does. */
export interface WithdrawnChange {
  readonly recordedAt: number;
  readonly effectiveAt: number;
  readonly restored: StatedLevel | null;
  readonly reason: string;
  readonly actorId: string;
}

/** What the rule looks at, as it is held true now. */
export interface AreaFactsView {
  readonly designations: readonly DesignationFact[];
  readonly infections: readonly InfectionFact[];
  readonly rounds: readonly ScreeningFact[];
}

/** An area as its page shows it. Instants epoch ms; `at` is the clock's present. */
export interface AreaView {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: AreaKind;
  readonly population: number | null;
  readonly drill: boolean;
  readonly writtenPath: string;
  readonly division: {
    readonly code: DivisionCode;
    readonly steps: readonly { readonly code: DivisionCode; readonly name: string }[];
  } | null;
  readonly authority: { readonly nameZh: string; readonly nameEn: string; readonly own: boolean };
  /** The stated level; null once none stands. */
  readonly level: Level | null;
  readonly since: number | null;
  readonly noticeNo: string | null;
  readonly policy: {
    readonly id: string;
    readonly version: number;
    readonly nameZh: string;
    readonly nameEn: string;
    readonly basis: string;
  };
  readonly at: number;
  readonly facts: AreaFactsView;
  /** Evidence that was corrected or withdrawn: the rule asks what was known when. */
  readonly former: Pick<AreaFactsView, 'infections' | 'rounds'>;
  /** Null for areas that follow an imported list. */
  readonly decision: Decision | null;
  /** A lowering by the rule that what is held true now does not bear out. */
  readonly basis: LostBasis | null;
}

/** The derived level of the ground around an area at which no level stands. */
export interface GroundView {
  readonly level: Level;
  readonly division: string;
  readonly contains: { readonly HIGH: number; readonly MEDIUM: number };
}

/** Why the last level ended. */
export interface EndedView {
  readonly level: StatedLevel;
  readonly since: number;
  readonly endedAt: number;
  readonly recordedAt: number;
  readonly cause: DesignationCause | string | null;
  readonly reason: string;
}

/** One line of the audit trail. */
export interface AuditView {
  readonly seq: number;
  readonly at: number;
  readonly actorId: string;
  readonly action: string;
  readonly reason: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Hash of the line, which the next line of the trail carries on. */
  readonly hash: string;
}
