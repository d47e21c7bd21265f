import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { FIRST_FOUND_ON } from '@/domain/area/evidence-bounds';
import type { InfectionExclusion } from '@/domain/area/types';
import { dayOfColumn } from '@/domain/time/day-number';
import { dayOf } from '@/domain/time/shanghai';
import type { Viewer } from '@/server/auth/viewer';
import { transactNow } from '@/server/db/transact';
import { addRows, replaceRows } from '@/server/db/two-time';
import { notFound, Problem } from '@/server/errors';
import { parseInput } from '@/server/parse-input';
import type { ServiceContext } from '@/server/service-context';
import { areaBasis } from './area-basis';
import { evidenceEvent } from './area-event';
import { localDay, personCount, reasonText, recordedOtherwise, submissionId } from './inputs';
import { lockArea } from './lock-area';

const EXCLUSIONS = [
  'CENTRAL_ISOLATION',
  'HOME_ISOLATION',
  'CLOSED_LOOP',
  'RE_POSITIVE',
  'IMPORTED_OLD',
  'CONTACT_ASSESSED',
] as const satisfies readonly InfectionExclusion[];

const schema = z
  .object({
    areaId: z.string(),
    id: submissionId,
    foundOn: localDay.refine((day) => day >= FIRST_FOUND_ON, `not before ${FIRST_FOUND_ON}`),
    count: personCount.min(1, 'at least 1'),
    countsForDesignation: z.boolean(),
    resetsClock: z.boolean(),
    exclusion: z.enum(EXCLUSIONS).nullable(),
    reason: reasonText,
    /** The record this one corrects, which is closed. */
    corrects: z.uuid().optional(),
  })
  .refine((given) => given.countsForDesignation === (given.exclusion === null), {
    path: ['exclusion'],
    message: 'an infection that does not count names its exclusion, one that counts names none',
  })
  .refine((given) => given.resetsClock || given.exclusion !== null, {
    path: ['resetsClock'],
    message: 'an infection that counts restarts the count of days',
  });

export type RecordInfectionInput = z.input<typeof schema>;

/**
 * Record infections found in an area on a day, or correct such a record (the old one is closed, not deleted).
 * Source of the exclusions: 风险区划定及管控方案, five kinds that do not count for designation, and 新十条's contact.
 * @returns the record's id. @throws Problem invalid-input (fields named), not-found.
 */
export async function recordInfection(
  context: ServiceContext,
  viewer: Viewer,
  input: RecordInfectionInput,
): Promise<{ id: string }> {
  const given = parseInput(schema, input);
  const result = await transactNow(context.db, context.clock, viewer.id, async (tx, at) => {
    const area = await lockArea(tx, viewer, 'command', given.areaId);
    if (given.foundOn > dayOf(at)) {
      throw new Problem('invalid-input', 'An infection cannot be found on a day to come.', [
        { pointer: '/foundOn', reason: `after ${dayOf(at)}` },
      ]);
    }
    const { corrects, areaId, id = uuidv7(), ...record } = given;
    const done = await tx.infection.findFirst({ where: { id, areaId } });
    if (done) {
      const same =
        dayOfColumn(done.foundOn) === record.foundOn &&
        done.count === record.count &&
        done.exclusion === record.exclusion &&
        done.countsForDesignation === record.countsForDesignation &&
        done.resetsClock === record.resetsClock &&
        done.reason === record.reason &&
        done.supersedesId === (corrects ?? null);
      if (!same) throw recordedOtherwise();
      return { result: { id }, changes: [], audit: [] };
    }
    const before = corrects
      ? await tx.infection.findFirst({ where: { id: corrects, areaId, recordedTo: null } })
      : null;
    if (corrects && !before) throw notFound('The record to correct');
    const foundOn = new Date(`${given.foundOn}T00:00:00Z`);
    const row = { ...record, id, areaId, foundOn, drill: context.clock.drill };
    const recording = { actorId: viewer.id, at };
    const replaced = before && { id: before.id, reason: given.reason, by: [row] };
    if (replaced) await replaceRows(tx, 'infection', [replaced], 'CORRECTED', recording);
    else await addRows(tx, 'infection', [row], {}, recording);
    const audit = {
      action: before ? 'INFECTION_CORRECTED' : 'INFECTION_RECORDED',
      entity: 'area',
      entityId: areaId,
      reason: given.reason,
      ...(before ? { before: JSON.parse(JSON.stringify(before)) } : {}),
      after: record,
    };
    return {
      result: { id },
      changes: [evidenceEvent(area, 'INFECTION', at, await areaBasis(tx, areaId, at))],
      audit: [audit],
    };
  });
  await context.downgrade.request('infection recorded');
  return result;
}
