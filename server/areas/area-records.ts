import type { InfectionExclusion } from '@/domain/area/types';
import type { StatedLevel } from '@/domain/level/level';
import { dayOfColumn } from '@/domain/time/day-number';
import type { AuditEntry } from '@/server/db/generated/client';
import type { Transaction } from '@/server/db/transact';

interface RecordRow {
  id: string;
  /** Epoch ms; `recordedTo` null while it is what we hold true. */
  recordedFrom: number;
  recordedTo: number | null;
  supersedesId: string | null;
  actorId: string;
  /** Set when it was withdrawn and not replaced. */
  withdrawn: { reason: string; actorId: string } | null;
}

/** An infection record, whether or not it still holds. `foundOn` is a Shanghai day. */
export interface InfectionRow extends RecordRow {
  foundOn: string;
  count: number;
  countsForDesignation: boolean;
  resetsClock: boolean;
  exclusion: InfectionExclusion | null;
  reason: string;
}

/** A screening record, whether or not it still holds. `from` and `to` epoch ms, figures persons. */
export interface ScreeningRow extends RecordRow {
  roundId: string;
  from: number;
  to: number;
  target: number;
  tested: number;
  positive: number;
  note: string;
}

/** A change of level that was withdrawn before its hour; `restored` is what stood on, null where nothing did. */
export interface WithdrawnLevel {
  /** Epoch ms, as is `effectiveAt`. */
  recordedAt: number;
  effectiveAt: number;
  restored: StatedLevel | null;
  reason: string;
  actorId: string;
}

/**
 * All records of evidence ever made for an area, latest recorded first: what was corrected or withdrawn stays visible.
 * So do changes of level that were withdrawn.
 */
export interface AreaRecords {
  infections: InfectionRow[];
  rounds: ScreeningRow[];
  withdrawn: WithdrawnLevel[];
}

type Reader = Pick<Transaction, 'infection' | 'screening' | 'auditEntry'>;

/** Read the records of an area. The caller has checked that the viewer may see it. */
export async function areaRecords(reader: Reader, areaId: string): Promise<AreaRecords> {
  const orderBy = [{ recordedFrom: 'desc' as const }, { id: 'desc' as const }];
  const [infections, rounds, withdrawals] = await Promise.all([
    reader.infection.findMany({ where: { areaId }, orderBy }),
    reader.screening.findMany({ where: { areaId }, orderBy }),
    reader.auditEntry.findMany({
      where: {
        entity: 'area',
        entityId: areaId,
        action: { in: ['INFECTION_WITHDRAWN', 'SCREENING_WITHDRAWN', 'AREA_CHANGE_WITHDRAWN'] },
      },
    }),
  ]);
  const withdrawn = new Map(
    withdrawals.map(({ before, reason, actorId }) => [recordIdOf(before), { reason, actorId }]),
  );
  const times = (row: { id: string; recordedFrom: Date; recordedTo: Date | null }) => ({
    recordedFrom: row.recordedFrom.getTime(),
    recordedTo: row.recordedTo?.getTime() ?? null,
    withdrawn: withdrawn.get(row.id) ?? null,
  });
  return {
    infections: infections.map(({ areaId: _area, drill: _drill, foundOn, ...row }) => ({
      ...row,
      ...times(row),
      foundOn: dayOfColumn(foundOn),
    })),
    rounds: rounds.map(({ areaId: _area, drill: _drill, windowFrom, windowTo, ...row }) => ({
      ...row,
      ...times(row),
      from: windowFrom.getTime(),
      to: windowTo.getTime(),
    })),
    withdrawn: withdrawals.filter((row) => row.action === 'AREA_CHANGE_WITHDRAWN').map(withdrawnLevel),
  };
}

function withdrawnLevel(row: AuditEntry): WithdrawnLevel {
  // `withdrawLevel` wrote them and nothing changes an audit line.
  const before = row.before as { effectiveAt: string };
  const after = row.after as { level: StatedLevel | null };
  return {
    recordedAt: row.at.getTime(),
    effectiveAt: Date.parse(before.effectiveAt),
    restored: after.level,
    reason: row.reason,
    actorId: row.actorId,
  };
}

function recordIdOf(before: unknown): string | null {
  if (typeof before !== 'object' || before === null || !('recordId' in before)) return null;
  return typeof before.recordId === 'string' ? before.recordId : null;
}
