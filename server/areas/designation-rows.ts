import type { AreaKind, DesignationCause } from '@/domain/area/types';
import type { StatedLevel } from '@/domain/level/level';
import type { RawTransaction } from '@/server/db/transact';
import { addRows, replaceRows } from '@/server/db/two-time';

/** Who stated a level, in which publication; `importId` when it came with a list. */
export interface DesignationSource {
  kind: 'NOTICE' | 'DECISION' | 'RULE' | 'LIST';
  name: string;
  publishedAt: string;
  importId?: string;
}

export interface NewArea {
  id: string;
  authorityId: string;
  divisionCode: string | null;
  resolved: boolean;
  writtenPath: string;
  name: string;
  nameKey: string;
  aliases: readonly string[];
  kind: AreaKind;
  population: number | null;
  drill: boolean;
}

export interface NewDesignation {
  areaId: string;
  level: StatedLevel;
  validFrom: number;
  cause: DesignationCause;
  reason: string;
  policyId: string;
  policyVersion: number;
  noticeNo: string | null;
  source: DesignationSource;
  supersedesId?: string;
}

/** The end of a level that stands. */
export interface DesignationEnd {
  designationId: string;
  endAt: number;
  endCause: DesignationCause;
  reason: string;
  source: DesignationSource;
  /** The decision with its days and rounds, as it stood. */
  evidence?: unknown;
}

/** Add areas, as many as there are, in one statement. */
export async function insertAreas(tx: RawTransaction, areas: readonly NewArea[], at: number): Promise<void> {
  if (areas.length === 0) return;
  await tx.$executeRaw`
    insert into area (id, authority_id, division_code, resolved, written_path, name, name_key, aliases, kind, population,
                      drill, created_at)
    select id, "authorityId", "divisionCode", resolved, "writtenPath", name, "nameKey", aliases, kind, population, drill,
           ${new Date(at)}
    from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) as line(
      id uuid, "authorityId" text, "divisionCode" text, resolved boolean, "writtenPath" text, name text, "nameKey" text,
      aliases text[], kind area_kind, population int, drill boolean)`;
}

/** Record levels that begin, as many as there are, in one statement. The database refuses overlap in valid time. */
export function openDesignations(
  tx: RawTransaction,
  rows: readonly NewDesignation[],
  actorId: string,
  at: number,
): Promise<void> {
  const lines = rows.map((row) => ({ ...row, validFrom: new Date(row.validFrom) }));
  return addRows(tx, 'designation', lines, {}, { actorId, at });
}

/**
 * End levels that stand: the open rows are closed and rows with a valid end take their place. A level that ends at or
 * before its own beginning never held and leaves no second row.
 * @throws Problem conflict when one of them no longer stands as the caller saw it; then nothing is stored.
 */
export function endDesignations(
  tx: RawTransaction,
  ends: readonly DesignationEnd[],
  actorId: string,
  at: number,
): Promise<void> {
  const rows = ends.map(({ designationId: id, endAt, evidence = null, ...end }) => ({
    id,
    reason: end.reason,
    by: [{ ...end, evidence, validTo: new Date(endAt) }],
  }));
  return replaceRows(tx, 'designation', rows, 'ENDED', { actorId, at });
}
