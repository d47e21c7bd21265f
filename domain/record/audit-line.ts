import type { Role } from '@/domain/access/capabilities';
import type { Decision } from '@/domain/area/decision';
import type { StatedLevel } from '@/domain/level/level';

/** A row as it stood, in JSON. */
type Row = Readonly<Record<string, unknown>>;

/** What an account may do and where, before or after a change. */
interface AccountState {
  readonly role: Role;
  readonly divisionCode: string | null;
  readonly active: boolean;
}

/** A whole county or more that was confirmed to be meant, with what lay inside. */
interface ConfirmedGround {
  readonly code: string;
  readonly name: string;
  readonly counties: number;
  readonly streets: number;
  readonly communities: number;
  readonly areas: number;
}

/** A level that was stated by decision, and from when (ISO 8601). */
interface StatedAt {
  readonly level: StatedLevel;
  readonly effectiveAt: string;
  readonly whole?: ConfirmedGround;
}

interface LevelChange {
  readonly entity: 'area';
  readonly before: { readonly level: StatedLevel | null };
  readonly after: StatedAt;
}

interface ListDecision {
  readonly entity: 'list_import';
  readonly after: {
    readonly authority: string;
    readonly fileName: string;
    readonly fileHash: string;
    readonly listTime: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly holds: readonly string[];
  };
}

interface Recorded {
  readonly entity: 'area';
  readonly after: Row;
}

interface Corrected extends Recorded {
  readonly before: Row;
}

interface Withdrawn {
  readonly entity: 'area';
  readonly before: { readonly recordId: string };
}

/** What the audit trail keeps of each action: of what kind of thing, its state before and after. */
export interface AuditBodies {
  AREA_DESIGNATED: {
    readonly entity: 'area';
    readonly before?:
      | { readonly level: StatedLevel | null }
      | { readonly kind: string; readonly population: number | null };
    readonly after: StatedAt & {
      readonly noticeNo?: string | null;
      readonly kind?: string;
      readonly population?: number | null;
    };
  };
  AREA_RAISED: LevelChange;
  AREA_LOWERED_BY_DECISION: LevelChange;
  AREA_LOWERED_BY_RULE: {
    readonly entity: 'area';
    readonly before: { readonly level: StatedLevel };
    readonly after: { readonly level: StatedLevel | null; readonly decision: Decision };
  };
  AREA_CHANGE_WITHDRAWN: {
    readonly entity: 'area';
    readonly before: { readonly level: StatedLevel; readonly effectiveAt: string };
    readonly after: { readonly level: StatedLevel | null };
  };
  AREA_LOWERING_UPHELD: {
    readonly entity: 'area';
    readonly before: {
      readonly from: StatedLevel;
      readonly loweredAt: string;
      readonly cause: 'LOWERED_BY_RULE';
    };
    readonly after: { readonly cause: 'LOWERED_BY_DECISION' };
  };
  AREA_RESOLVED: {
    readonly entity: 'area';
    readonly before: { readonly divisionCode: string | null };
    readonly after: { readonly divisionCode: string };
  };
  INFECTION_RECORDED: Recorded;
  INFECTION_CORRECTED: Corrected;
  INFECTION_WITHDRAWN: Withdrawn;
  SCREENING_RECORDED: Recorded;
  SCREENING_CORRECTED: Corrected;
  SCREENING_WITHDRAWN: Withdrawn;
  LIST_APPLIED: ListDecision;
  LIST_HELD: ListDecision;
  LIST_REJECTED: { readonly entity: 'list_import' };
  ACCOUNT_CREATED: {
    readonly entity: 'account';
    readonly after: {
      readonly name: string;
      readonly displayName: string;
      readonly role: Role;
      readonly divisionCode: string | null;
    };
  };
  ACCOUNT_CHANGED: {
    readonly entity: 'account';
    readonly before: AccountState;
    readonly after: AccountState;
  };
  PASSWORD_SET: { readonly entity: 'account' };
  PASSWORD_CHANGED: { readonly entity: 'account'; readonly after: { readonly sessionsEnded: number } };
  SIGNED_IN: {
    readonly entity: 'account';
    readonly after: { readonly address: string; readonly knownDevice: boolean };
  };
  SIGNED_OUT: { readonly entity: 'account' };
  SIGN_IN_REFUSED: {
    readonly entity: 'account';
    readonly after: {
      readonly address: string;
      readonly since: string;
      readonly refused: number;
      readonly wrong: number;
      readonly throttled: number;
      readonly busy: number;
    };
  };
  KEY_CREATED: {
    readonly entity: 'api-key';
    readonly after: { readonly name: string; readonly scopes: readonly string[] };
  };
  KEY_REVOKED: { readonly entity: 'api-key' };
  /** A division's code, 'none', or before anybody said it 'not set'. */
  HOME_DIVISION_SET: { readonly entity: 'setting'; readonly before: string; readonly after: string };
  DRILL_CLOCK_MOVED: {
    readonly entity: 'clock';
    readonly after: { readonly byMs: number; readonly paused: boolean };
  };
  DRILL_LOADED: { readonly entity: 'scenario'; readonly after: { readonly areas: number } };
}

/** One line for the audit trail: what was done, to which thing, and why. */
export type AuditLine = {
  [Action in keyof AuditBodies]: {
    readonly action: Action;
    readonly entityId: string;
    readonly reason: string;
  } & AuditBodies[Action];
}[keyof AuditBodies];
