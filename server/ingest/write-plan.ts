import { uuidv7 } from 'uuidv7';
import type { LevelRow } from '@/domain/list/diff-types';
import { listActOf } from '@/domain/list/explain-list-act';
import type { StandingListPlace } from '@/domain/list/planned';
import { inferAreaKind } from '@/domain/place/kind';
import { storedReason } from '@/domain/reason/program-reason';
import type { AuditLine } from '@/domain/record/audit-line';
import type { ChangeEvent } from '@/domain/record/change-event';
import { type EventArea, renamedEvent, statusEvent } from '@/server/areas/area-event';
import { insertAreas, type NewArea } from '@/server/areas/area-versions';
import { ruleSetAt } from '@/server/areas/decide-area';
import {
  type DesignationEnd,
  type DesignationSource,
  endDesignations,
  type NewDesignation,
  openDesignations,
} from '@/server/areas/designation-rows';
import { inChunks } from '@/server/db/in-chunks';
import type { RawTransaction } from '@/server/db/transaction';
import type { DivisionBook } from './division-book';
import { importCounts } from './import-counts';
import type { ListPlan, PreparedList } from './list-plan';
import { renameAreas } from './rename-areas';

/** Under which import, by whom and when a plan is written. */
export interface Writing {
  readonly book: DivisionBook;
  readonly importId: string;
  readonly actorId: string;
  /** Recorded instant, epoch ms. */
  readonly at: number;
  readonly drill: boolean;
}

/**
 * Write everything a plan says, a few statements for all rows.
 * @returns the change events, one for every area whose level or name changed.
 * @throws Problem conflict when a level no longer stands as the plan saw it.
 */
export async function writePlan(
  tx: RawTransaction,
  prepared: PreparedList,
  plan: ListPlan,
  writing: Writing,
): Promise<ChangeEvent[]> {
  const { book, actorId, at } = writing;
  const policy = ruleSetAt(prepared.list.listTime);
  const pinned = { policyId: policy.id, policyVersion: policy.version };
  const source: DesignationSource = {
    kind: 'LIST',
    name: prepared.authority.nameZh,
    publishedAt: new Date(prepared.list.listTime).toISOString(),
    importId: writing.importId,
  };
  const events: ChangeEvent[] = [];
  const ends: DesignationEnd[] = [];
  const begins: NewDesignation[] = [];
  const areas: NewArea[] = [];
  const begin = { ...pinned, cause: 'IMPORTED', noticeNo: null, source } as const;
  const change = {
    recordedAt: at,
    cause: 'IMPORTED',
    policy: { id: policy.id, version: policy.version },
    noticeNo: null,
  } as const;
  const standingOf = (areaId: string): StandingListPlace => {
    const found = plan.standing.get(areaId);
    if (!found) throw new Error(`area ${areaId} does not stand`);
    return found;
  };
  const eventArea = (place: StandingListPlace): EventArea => ({
    id: place.areaId,
    name: place.place,
    aliases: place.aliases,
    writtenPath: place.writtenPath,
    division: place.divisionCode === null ? undefined : book.placed(place.divisionCode),
    drill: place.drill,
  });
  const end = (place: StandingListPlace, reason: string): number => {
    const endAt = Math.max(plan.effectiveAt, place.since);
    ends.push({ designationId: place.designationId, endAt, endCause: 'IMPORTED', reason, source });
    return endAt;
  };

  for (const row of plan.diff.ended) {
    const place = standingOf(row.standing.areaId);
    const effectiveAt = end(place, storedReason(listActOf(row)));
    events.push(statusEvent(eventArea(place), { ...change, from: place.level, to: null, effectiveAt }));
  }
  for (const row of [...plan.diff.raised, ...plan.diff.lowered] satisfies LevelRow[]) {
    const place = standingOf(row.standing.areaId);
    const reason = storedReason(listActOf(row));
    const effectiveAt = end(place, reason);
    const { level } = row.entry;
    if (level !== 'LOW') {
      begins.push({ ...begin, areaId: place.areaId, level, validFrom: effectiveAt, reason });
    }
    const to = level === 'LOW' ? null : level;
    events.push(statusEvent(eventArea(place), { ...change, from: place.level, to, effectiveAt }));
  }
  for (const { entry, divisionCode, resolved, nameKey, former } of plan.added) {
    const area: NewArea = {
      id: former?.areaId ?? uuidv7(),
      authorityId: prepared.authority.id,
      divisionCode,
      resolved,
      writtenPath: entry.writtenPath,
      name: former?.place ?? entry.place,
      nameKey,
      aliases: [...(former?.aliases ?? [])],
      kind: inferAreaKind(entry.place),
      population: null,
      drill: former?.drill ?? writing.drill,
    };
    if (!former) areas.push(area);
    const effectiveAt = Math.max(plan.effectiveAt, former?.endedAt ?? 0);
    const reason = storedReason({ code: 'LIST_NAMES', level: entry.level });
    begins.push({ ...begin, areaId: area.id, level: entry.level, validFrom: effectiveAt, reason });
    const division = divisionCode === null ? undefined : book.placed(divisionCode);
    events.push(statusEvent({ ...area, division }, { ...change, from: null, to: entry.level, effectiveAt }));
  }

  await inChunks(areas, (chunk) => insertAreas(tx, chunk, { actorId, at }));
  await inChunks(ends, (chunk) => endDesignations(tx, chunk, actorId, at));
  await inChunks(begins, (chunk) => openDesignations(tx, chunk, actorId, at));
  for (const { area, from } of await renameAreas(tx, plan, standingOf, { actorId, at })) {
    const division = area.divisionCode === null ? undefined : book.placed(area.divisionCode);
    events.push(
      renamedEvent(
        { ...area, division },
        { from, effectiveAt: plan.effectiveAt, recordedAt: at, cause: 'IMPORTED' },
      ),
    );
  }
  return events;
}

/** The audit line of a list that was applied or held. */
export function importAudit(
  action: 'LIST_APPLIED' | 'LIST_HELD',
  importId: string,
  prepared: PreparedList,
  plan: ListPlan,
  reason: string,
): AuditLine {
  return {
    action,
    entity: 'list_import',
    entityId: importId,
    reason,
    after: {
      authority: prepared.authority.id,
      fileName: prepared.fileName,
      fileHash: prepared.fileHash,
      listTime: new Date(prepared.list.listTime).toISOString(),
      counts: { ...importCounts(plan) },
      holds: plan.holds.map((hold) => hold.code),
    },
  };
}
