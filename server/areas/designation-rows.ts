import type { DesignationCause } from '@/domain/area/types';
import type { StatedLevel } from '@/domain/level/level';
import type { RawTransaction } from '@/server/db/transaction';
import { addRows, replaceRows } from '@/server/db/two-time';

/** Who stated a level, in which publication; `importId` when it came with a list. */
export interface DesignationSource {
  kind: 'NOTICE' | 'DECISION' | 'RULE' | 'LIST';
  name: string;
  publishedAt: string;
  importId?: string;
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
