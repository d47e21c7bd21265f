import type { DesignationFact, InfectionFact, ScreeningFact } from '@/domain/area/types';
import type { StatedLevel } from '@/domain/level/level';
import type { Transaction } from '@/server/db/transaction';

/** Everything the rule looks at, for one area; evidence that was corrected or withdrawn is part of it. */
export interface AreaFacts {
  designations: DesignationFact[];
  infections: InfectionFact[];
  rounds: ScreeningFact[];
}

type Reader = Pick<Transaction, '$queryRaw'>;
const millis = (value: Date): number => value.getTime();
const held = (row: HeldRow) => ({
  recordedAt: millis(row.recordedAt),
  recordedTo: row.recordedTo && millis(row.recordedTo),
});

interface HeldRow {
  recordedAt: Date;
  recordedTo: Date | null;
}

interface DesignationRow {
  id: string;
  areaId: string;
  status: StatedLevel;
  validFrom: Date;
  validTo: Date | null;
  cause: DesignationFact['cause'];
  endCause: DesignationFact['endCause'];
  policyId: string;
  policyVersion: number;
}

/**
 * The levels now recorded for these areas, and every record of evidence ever made: the rule asks what was known when.
 * Every id gets an entry, empty when nothing is recorded.
 * @param reader a transaction when the answer must hold until it commits.
 */
export async function loadFacts(reader: Reader, areaIds: readonly string[]): Promise<Map<string, AreaFacts>> {
  const facts = new Map<string, AreaFacts>(
    areaIds.map((id) => [id, { designations: [], infections: [], rounds: [] }]),
  );
  const ids = [...facts.keys()];
  const designations = await reader.$queryRaw<DesignationRow[]>`
    select id, area_id as "areaId", level::text as status, valid_from as "validFrom", valid_to as "validTo", cause::text,
           end_cause::text as "endCause", policy_id as "policyId", policy_version as "policyVersion"
    from designation where area_id = any(${ids}::uuid[]) and recorded_to is null order by valid_from`;
  for (const { areaId, ...row } of designations) {
    const validTo = row.validTo && millis(row.validTo);
    facts.get(areaId)?.designations.push({ ...row, validFrom: millis(row.validFrom), validTo });
  }
  const infections = await reader.$queryRaw<
    (Omit<InfectionFact, keyof HeldRow> & HeldRow & { areaId: string })[]
  >`
    select id, area_id as "areaId", found_on::text as "foundOn", count, counts_for_designation as "countsForDesignation",
           resets_clock as "resetsClock", exclusion::text, recorded_from as "recordedAt", recorded_to as "recordedTo"
    from infection where area_id = any(${ids}::uuid[]) order by found_on, id`;
  for (const { areaId, ...row } of infections) {
    facts.get(areaId)?.infections.push({ ...row, ...held(row) });
  }
  const rounds = await reader.$queryRaw<
    (Omit<ScreeningFact, keyof HeldRow | 'from' | 'to'> &
      HeldRow & { areaId: string; from: Date; to: Date })[]
  >`
    select id, round_id as "roundId", area_id as "areaId", window_from as "from", window_to as "to", target, tested,
           positive, recorded_from as "recordedAt", recorded_to as "recordedTo"
    from screening where area_id = any(${ids}::uuid[]) order by window_from, id`;
  for (const { areaId, ...row } of rounds) {
    const times = { from: millis(row.from), to: millis(row.to) };
    facts.get(areaId)?.rounds.push({ ...row, ...times, ...held(row) });
  }
  return facts;
}
