import type { StatusOf, SubjectKind } from '@/domain/status/status';
import type { LocalDay } from '@/domain/time/shanghai';
import { wasHeld } from '@/domain/time/two-time';

/**
 * What a risk area is, from a stairwell to a county. `UNIT` 单元, `BUILDING` 楼栋, `COMPOUND` 小区, `VILLAGE` 村,
 * `COMMUNITY` 社区, `STREET` 街道/乡镇, `COUNTY` 县区, `REGION` a boundary description (以东…合围), `PLACE` any other named place.
 */
export const AREA_KINDS = [
  'UNIT',
  'BUILDING',
  'COMPOUND',
  'VILLAGE',
  'COMMUNITY',
  'STREET',
  'COUNTY',
  'REGION',
  'PLACE',
] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** Why a designation began. */
export type DesignationCause =
  | 'DESIGNATED'
  | 'RAISED'
  | 'LOWERED_BY_RULE'
  | 'LOWERED_BY_DECISION'
  | 'RELEASED'
  | 'CORRECTED'
  | 'IMPORTED';

/**
 * One status that holds for one subject over `[validFrom, validTo)` (epoch ms), under the rule set it was made under: the
 * level of an area, the kind of a zone. `cause` says why it began, so a medium that the rule made out of a high carries `LOWERED_BY_RULE`; `endCause`
 * why it ended, null while no end is known.
 */
export type DesignationFact<K extends SubjectKind = 'AREA'> = {
  readonly id: string;
  readonly status: StatusOf<K>;
  readonly validFrom: number;
  readonly validTo: number | null;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly cause: DesignationCause;
  readonly endCause: DesignationCause | null;
};

/** Why an infection does not count (DOMAIN §1, the five exclusions, and the assessed contact of 新十条). */
export type InfectionExclusion =
  | 'CENTRAL_ISOLATION'
  | 'HOME_ISOLATION'
  | 'CLOSED_LOOP'
  | 'RE_POSITIVE'
  | 'IMPORTED_OLD'
  | 'CONTACT_ASSESSED';

/** When a record was made, and when it was corrected or withdrawn (null while it holds); epoch ms. */
type Held = { readonly recordedAt: number; readonly recordedTo: number | null };

/** Whether a record was held true at `at` (epoch ms): made by then, and neither corrected nor withdrawn yet. */
export function isHeldAt({ recordedAt, recordedTo }: Held, at: number): boolean {
  return wasHeld({ recordedFrom: recordedAt, recordedTo }, at);
}

/** Infections of one area found on one Shanghai calendar day, as one record. `count` is persons. */
export type InfectionFact = Held & {
  readonly id: string;
  readonly foundOn: LocalDay;
  readonly count: number;
  readonly countsForDesignation: boolean;
  readonly resetsClock: boolean;
  readonly exclusion: InfectionExclusion | null;
};

/**
 * One part of a screening round: sampled over `[from, to]` (epoch ms); `target`, `tested`, `positive` are persons.
 * Parts sharing `roundId` are one round: its target is the largest stated, `tested` and `positive` add up.
 */
export type ScreeningFact = Held & {
  readonly id: string;
  readonly roundId: string;
  readonly from: number;
  readonly to: number;
  readonly target: number;
  readonly tested: number;
  readonly positive: number;
};

/** A start event that only some policies look at: the last case left the place, or final disinfection (终末消毒) was finished. */
export type MilestoneFact = {
  readonly id: string;
  readonly kind: 'CASE_LEFT' | 'FINAL_DISINFECTION';
  readonly on: LocalDay;
  readonly recordedAt: number;
};
