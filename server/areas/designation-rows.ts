import { uuidv7 } from 'uuidv7';
import type { AreaKind, DesignationCause } from '@/domain/area/types';
import type { StatedLevel } from '@/domain/level/level';
import type { RawTransaction } from '@/server/db/transact';
import { Problem } from '@/server/errors';

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
  evidence?: unknown;
}

const iso = (ms: number) => new Date(ms).toISOString();

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
export async function openDesignations(
  tx: RawTransaction,
  rows: readonly NewDesignation[],
  actorId: string,
  at: number,
): Promise<void> {
  if (rows.length === 0) return;
  const lines = rows.map((row) => ({ ...row, id: uuidv7(), validFrom: iso(row.validFrom) }));
  await tx.$executeRaw`
    insert into designation (id, area_id, level, valid_from, recorded_from, cause, reason, policy_id, policy_version,
                             notice_no, source, supersedes_id, actor_id)
    select id, "areaId", level, "validFrom", ${new Date(at)}, cause, reason, "policyId", "policyVersion", "noticeNo",
           source, "supersedesId", ${actorId}
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line(
      id uuid, "areaId" uuid, level stated_level, "validFrom" timestamptz, cause designation_cause, reason text,
      "policyId" text, "policyVersion" int, "noticeNo" text, source jsonb, "supersedesId" uuid)`;
}

/**
 * End levels that stand: the open rows' recorded range is closed and rows with a valid end take their place. A level
 * that ends at or before its own beginning never held and leaves no second row.
 * @throws Problem conflict when one of them no longer stands as the caller saw it; then nothing is stored.
 */
export async function endDesignations(
  tx: RawTransaction,
  ends: readonly DesignationEnd[],
  actorId: string,
  at: number,
): Promise<void> {
  if (ends.length === 0) return;
  const ids = ends.map((end) => end.designationId);
  const closed = await tx.$executeRaw`
    update designation set recorded_to = ${new Date(at)} where id = any(${ids}::uuid[]) and recorded_to is null`;
  if (closed !== ends.length) {
    throw new Problem(
      'conflict',
      'The level was changed by someone else in the meantime; look at the area again.',
    );
  }
  const lines = ends.map((end) => ({
    ...end,
    id: uuidv7(),
    endAt: iso(end.endAt),
    evidence: end.evidence ?? null,
  }));
  await tx.$executeRaw`
    insert into designation (id, area_id, level, valid_from, valid_to, recorded_from, cause, end_cause, reason, policy_id,
                             policy_version, notice_no, source, evidence, supersedes_id, actor_id)
    select line.id, d.area_id, d.level, d.valid_from, line."endAt", ${new Date(at)}, d.cause, line."endCause",
           line.reason, d.policy_id, d.policy_version, d.notice_no, line.source, line.evidence, d.id, ${actorId}
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line(
      id uuid, "designationId" uuid, "endAt" timestamptz, "endCause" designation_cause, reason text, source jsonb,
      evidence jsonb)
    join designation d on d.id = line."designationId"
    where line."endAt" > d.valid_from`;
}
