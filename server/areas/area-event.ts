import type { LostBasis } from '@/domain/area/lost-basis';
import type { DesignationCause } from '@/domain/area/types';
import type { StatedLevel } from '@/domain/level/level';
import type { ChangeEvent } from '@/domain/record/change-event';
import type { PlacedDivision } from './division-path';

/** The area as an event speaks of it. */
export interface EventArea {
  id: string;
  name: string;
  aliases: readonly string[];
  writtenPath: string;
  division: PlacedDivision | undefined;
  drill: boolean;
}

/**
 * One change of level as a verb states it. `from` is null where nothing stood, `to` where a level ends: what follows then,
 * and what was last told of the area, is filled in when the recording is appended (`server/feed/with-levels.ts`).
 */
export interface StatusChange {
  from: StatedLevel | null;
  to: StatedLevel | null;
  effectiveAt: number;
  recordedAt: number;
  cause: DesignationCause;
  policy: { id: string; version: number };
  noticeNo: string | null;
  corrects?: string;
}

/** The body that every event about an area shares. */
function areaBody(area: EventArea) {
  return {
    areaId: area.id,
    divisionCode: area.division?.code ?? null,
    path: area.division?.steps.map((step) => step.name) ?? [area.writtenPath],
    name: area.name,
    aliases: [...area.aliases],
    drill: area.drill,
  };
}

/** The public `area-status.changed` event (API.md). */
export function statusEvent(area: EventArea, change: StatusChange): ChangeEvent {
  return {
    type: 'fengqu.area-status.changed.v1',
    subject: area.id,
    effectiveAt: change.effectiveAt,
    data: {
      ...areaBody(area),
      // Low is derived and never drawn: a level lowered to it has ended.
      level: { from: change.from, to: change.to === 'LOW' ? null : change.to },
      effectiveAt: new Date(change.effectiveAt).toISOString(),
      recordedAt: new Date(change.recordedAt).toISOString(),
      cause: change.cause,
      policy: change.policy,
      ...(change.noticeNo ? { noticeNo: change.noticeNo } : {}),
      ...(change.corrects ? { corrects: change.corrects } : {}),
    },
  };
}

/**
 * Told when an infection or a screening round is recorded, corrected or withdrawn, and when an officer takes a lowering
 * upon themselves (`DECISION`): the explanation and release date may move. `basisChanged` says that the records now do
 * not bear out a lowering made by the rule; the level stays until an officer decides, and `lowering` says which it was.
 */
export function evidenceEvent(
  area: EventArea,
  evidence: 'INFECTION' | 'SCREENING' | 'DECISION',
  recordedAt: number,
  basis: LostBasis | null,
): ChangeEvent {
  const lowering = basis && { from: basis.from, effectiveAt: new Date(basis.loweredAt).toISOString() };
  return {
    type: 'fengqu.area-evidence.changed.v1',
    subject: area.id,
    effectiveAt: recordedAt,
    data: {
      ...areaBody(area),
      evidence,
      recordedAt: new Date(recordedAt).toISOString(),
      basisChanged: basis !== null,
      ...(lowering ? { lowering } : {}),
    },
  };
}

/** One change of name or place, the identity kept. */
export interface Renaming {
  /** The name before. */
  from: string;
  effectiveAt: number;
  recordedAt: number;
  /** IMPORTED: a list words it so. CORRECTED: an officer said so. */
  cause: Extract<DesignationCause, 'IMPORTED' | 'CORRECTED'>;
}

/** The public `area.renamed` event: the area as it is called and placed now, and the name it had before. */
export function renamedEvent(
  area: EventArea,
  { from, effectiveAt, recordedAt, cause }: Renaming,
): ChangeEvent {
  return {
    type: 'fengqu.area.renamed.v1',
    subject: area.id,
    effectiveAt,
    data: {
      ...areaBody(area),
      previousName: from,
      effectiveAt: new Date(effectiveAt).toISOString(),
      recordedAt: new Date(recordedAt).toISOString(),
      cause,
    },
  };
}
