import type { RecordedInfection, RecordedScreening, WithdrawnChange } from '@/domain/area/area-view';
import { dayOfColumn } from '@/domain/time/day-number';
import type { Designation, Infection } from '@/server/db/generated/client';
import type { Transaction } from '@/server/db/transaction';

/**
 * All records of evidence ever made for an area, latest recorded first: what was corrected or withdrawn stays visible.
 * So do changes of level that were withdrawn.
 */
export interface AreaRecords {
  infections: RecordedInfection[];
  rounds: RecordedScreening[];
  withdrawn: WithdrawnChange[];
}

type Reader = Pick<Transaction, 'infection' | 'screening' | 'designation'>;

/** Read the records of an area. The caller has checked that the viewer may see it. */
export async function areaRecords(reader: Reader, areaId: string): Promise<AreaRecords> {
  const orderBy = [{ recordedFrom: 'desc' as const }, { id: 'desc' as const }];
  const [infections, rounds, withdrawn] = await Promise.all([
    reader.infection.findMany({ where: { areaId }, orderBy }),
    reader.screening.findMany({ where: { areaId }, orderBy }),
    reader.designation.findMany({ where: { areaId, closedAs: 'WITHDRAWN' } }),
  ]);
  return {
    infections: infections.map(({ foundOn, ...row }) => ({ ...held(row), foundOn: dayOfColumn(foundOn) })),
    rounds: rounds.map(({ windowFrom, windowTo, ...row }) => ({
      ...held(row),
      from: windowFrom.getTime(),
      to: windowTo.getTime(),
    })),
    withdrawn: withdrawnLevels(withdrawn),
  };
}

type Closing = Pick<
  Infection,
  'areaId' | 'drill' | 'recordedFrom' | 'recordedTo' | `closed${'As' | 'By' | 'Reason'}`
>;

function held<Row extends Closing>({
  areaId: _area,
  drill: _drill,
  closedAs,
  closedBy: actorId,
  closedReason: reason,
  recordedFrom,
  recordedTo,
  ...row
}: Row) {
  const withdrawn = closedAs === 'WITHDRAWN' && actorId !== null && reason !== null;
  return {
    ...row,
    recordedFrom: recordedFrom.getTime(),
    recordedTo: recordedTo?.getTime() ?? null,
    withdrawn: withdrawn ? { reason, actorId } : null,
  };
}

/** One recording withdraws one change: the level it was to begin, the end of the one before, or both. */
function withdrawnLevels(rows: readonly Designation[]): WithdrawnChange[] {
  const instants = new Set(rows.flatMap((row) => row.recordedTo?.getTime() ?? []));
  return [...instants].flatMap((recordedAt) => {
    const closed = rows.filter((row) => row.recordedTo?.getTime() === recordedAt);
    const begun = closed.find((row) => row.validTo === null);
    const ended = closed.find((row) => row.validTo !== null);
    const effectiveAt = begun?.validFrom ?? ended?.validTo;
    const { closedReason: reason, closedBy: actorId } = begun ?? ended ?? {};
    if (!effectiveAt || !actorId) return [];
    const restored = ended?.level ?? null;
    return [{ recordedAt, effectiveAt: effectiveAt.getTime(), restored, reason: reason ?? '', actorId }];
  });
}
