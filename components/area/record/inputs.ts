import type { WholeGround } from '@/components/form/whole-ground';
import type { InfectionExclusion } from '@/domain/area/types';
import type { StatedLevel } from '@/domain/level/level';

/** What the infection form sends. */
export interface InfectionInput {
  readonly areaId: string;
  readonly foundOn: string;
  readonly count: number;
  readonly countsForDesignation: boolean;
  readonly resetsClock: boolean;
  readonly exclusion: InfectionExclusion | null;
  readonly reason: string;
  readonly corrects?: string;
}

/** What the screening form sends; instants epoch ms, figures persons. */
export interface ScreeningInput {
  readonly areaId: string;
  readonly roundId?: string;
  readonly windowFrom: number;
  readonly windowTo: number;
  readonly target: number;
  readonly tested: number;
  readonly positive: number;
  readonly note: string;
  readonly corrects?: string;
}

export interface WithdrawInput {
  readonly areaId: string;
  readonly record: 'INFECTION' | 'SCREENING';
  readonly recordId: string;
  readonly reason: string;
}

/** What the level form sends. `expectedDesignationId` is what stood when the officer looked. */
export interface LevelInput {
  readonly areaId: string;
  readonly expectedDesignationId: string | null;
  readonly to: StatedLevel;
  readonly effectiveAt: number;
  readonly reason: string;
  readonly noticeNo?: string;
  /** The whole of a county or more is meant. */
  readonly confirmedWhole?: boolean;
}

export interface WithdrawLevelInput {
  readonly areaId: string;
  readonly effectiveAt: number;
  readonly reason: string;
}

export interface UpholdInput {
  readonly areaId: string;
  readonly designationId: string;
  readonly reason: string;
}

export type RefusalKind = 'invalid-input' | 'conflict' | 'not-found' | 'signed-out' | 'unavailable';

/** What an action answers; `fields` names the inputs at fault, `whole` the ground that must be confirmed. */
export type ActionAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly kind: RefusalKind;
      readonly fields: readonly string[];
      readonly whole?: WholeGround;
    };

/** The actions of an area's page. `key` is made once by a form: sent twice, it is recorded once. */
export interface AreaActionSet {
  infection(input: InfectionInput, key: string): Promise<ActionAnswer>;
  screening(input: ScreeningInput, key: string): Promise<ActionAnswer>;
  withdraw(input: WithdrawInput): Promise<ActionAnswer>;
  level(input: LevelInput): Promise<ActionAnswer>;
  withdrawLevel(input: WithdrawLevelInput): Promise<ActionAnswer>;
  uphold(input: UpholdInput): Promise<ActionAnswer>;
}
