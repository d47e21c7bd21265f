import type { StatedLevel } from '@/domain/level/level';
import type { Transaction } from '@/server/db/transaction';
import { Problem } from '@/server/errors';

/** A level of an area as it is recorded now; half-open, instants epoch ms, `validTo` null while no end is known. */
export interface RecordedLevel {
  readonly id: string;
  readonly level: StatedLevel;
  readonly validFrom: number;
  readonly validTo: number | null;
  readonly policyId: string;
  readonly policyVersion: number;
}

/** What is recorded of an area's levels now, earliest first. */
export async function recordedLevels(
  tx: Pick<Transaction, '$queryRaw'>,
  areaId: string,
): Promise<RecordedLevel[]> {
  const rows = await tx.$queryRaw<
    (Omit<RecordedLevel, 'validFrom' | 'validTo'> & { validFrom: Date; validTo: Date | null })[]
  >`
    select id, level::text, valid_from as "validFrom", valid_to as "validTo", policy_id as "policyId",
           policy_version as "policyVersion"
    from designation where area_id = ${areaId}::uuid and recorded_to is null order by valid_from`;
  return rows.map((row) => ({
    ...row,
    validFrom: row.validFrom.getTime(),
    validTo: row.validTo?.getTime() ?? null,
  }));
}

/**
 * Refuse a level that would begin at `from` (epoch ms) and hold from then on where another one holds at some time after
 * it: one that stands, one whose end is known but has not come, one that is over but ended later than `from`.
 * @throws Problem conflict with the present state (`presentArea`, `presentLevel`, `presentFrom`, `presentTo`) beside what was asked.
 */
export function refuseOverlap(
  { id, name }: { id: string; name: string },
  levels: readonly RecordedLevel[],
  from: number,
): void {
  const held = levels.findLast(({ validTo }) => validTo === null || validTo > from);
  if (!held) return;
  const [since, until] = [iso(held.validFrom), held.validTo === null ? '' : iso(held.validTo)];
  const word = held.level.toLowerCase();
  const present = {
    presentArea: id,
    presentLevel: held.level,
    presentFrom: since,
    presentTo: until,
    askedFrom: iso(from),
  };
  const [detail, reason] =
    held.validTo === null
      ? [
          `${name} is recorded at ${word} risk from ${since}; raise or lower it instead.`,
          'a level stands there',
        ]
      : [
          `${name} is recorded at ${word} risk from ${since} until ${until}; another level can begin then at the earliest.`,
          `not before ${until}`,
        ];
  throw new Problem('conflict', detail, [{ pointer: '/effectiveAt', reason }], present);
}

const iso = (ms: number): string => new Date(ms).toISOString();
