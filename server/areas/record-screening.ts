import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { LONGEST_WINDOW_MS } from '@/domain/area/evidence-bounds';
import type { Viewer } from '@/server/auth/viewer';
import { type Transaction, transactNow } from '@/server/db/transact';
import { addRows, replaceRows } from '@/server/db/two-time';
import { notFound, Problem } from '@/server/errors';
import { parseInput } from '@/server/parse-input';
import type { ServiceContext } from '@/server/service-context';
import { areaBasis } from './area-basis';
import { evidenceEvent } from './area-event';
import { effectiveInstant, noteText, personCount, recordedOtherwise, submissionId } from './inputs';
import { lockArea } from './lock-area';

const schema = z
  .object({
    areaId: z.string(),
    id: submissionId,
    /** The round this is a part of; left out, a round of its own. */
    roundId: z.uuid().optional(),
    windowFrom: effectiveInstant,
    windowTo: effectiveInstant,
    target: personCount.min(1, 'at least 1'),
    tested: personCount.min(0, 'at least 0'),
    positive: personCount.min(0, 'at least 0'),
    note: noteText.default(''),
    corrects: z.uuid().optional(),
  })
  .refine((given) => given.windowTo >= given.windowFrom, {
    path: ['windowTo'],
    message: 'before the window begins',
  })
  .refine((given) => given.windowTo - given.windowFrom <= LONGEST_WINDOW_MS, {
    path: ['windowTo'],
    message: 'more than 5 days after the window begins',
  })
  .refine((given) => given.tested <= given.target, { path: ['tested'], message: 'more than the target' })
  .refine((given) => given.positive <= given.tested, {
    path: ['positive'],
    message: 'more than were tested',
  })
  .refine((given) => given.corrects === undefined || given.note.length >= 2, {
    path: ['note'],
    message: 'give the reason of the correction',
  });

export type RecordScreeningInput = z.input<typeof schema>;

/**
 * Record a screening round of an area or a part of one: sampling window (epoch ms), persons who should be tested, were
 * tested, and were positive. A wrong record is closed and replaced, with the reason as its note. The parts of a round add
 * up to its target at most.
 * @returns the record's and the round's id. @throws Problem invalid-input (fields named), not-found.
 */
export async function recordScreening(
  context: ServiceContext,
  viewer: Viewer,
  input: RecordScreeningInput,
): Promise<{ id: string; roundId: string }> {
  const given = parseInput(schema, input);
  const result = await transactNow(context.db, context.clock, viewer.id, async (tx, at) => {
    const area = await lockArea(tx, viewer, 'command', given.areaId);
    if (given.windowTo > at) {
      throw new Problem('invalid-input', 'Record a round when its sampling is over.', [
        { pointer: '/windowTo', reason: 'in the future' },
      ]);
    }
    const { corrects, areaId, id = uuidv7(), roundId, windowFrom, windowTo, ...figures } = given;
    const done = await tx.screening.findFirst({ where: { id, areaId } });
    if (done) {
      const { target, tested, positive, note } = figures;
      const same =
        done.target === target &&
        done.tested === tested &&
        done.positive === positive &&
        done.note === note &&
        done.windowFrom.getTime() === windowFrom &&
        done.windowTo.getTime() === windowTo &&
        done.supersedesId === (corrects ?? null) &&
        done.roundId === (roundId ?? (corrects ? done.roundId : id));
      if (!same) throw recordedOtherwise();
      return { result: { id, roundId: done.roundId }, changes: [], audit: [] };
    }
    const before = corrects
      ? await tx.screening.findFirst({ where: { id: corrects, areaId, recordedTo: null } })
      : null;
    if (corrects && !before) throw notFound('The record to correct');
    if (roundId && !(await tx.screening.findFirst({ where: { roundId, areaId, recordedTo: null } }))) {
      throw notFound('The round');
    }
    await assertWithinTarget(tx, { ...figures, roundId: roundId ?? before?.roundId, without: corrects });
    const row = {
      ...figures,
      id,
      roundId: roundId ?? before?.roundId ?? id,
      areaId,
      windowFrom: new Date(windowFrom),
      windowTo: new Date(windowTo),
      drill: context.clock.drill,
    };
    const recording = { actorId: viewer.id, at };
    const replaced = before && { id: before.id, reason: given.note, by: [row] };
    if (replaced) await replaceRows(tx, 'screening', [replaced], 'CORRECTED', recording);
    else await addRows(tx, 'screening', [row], {}, recording);
    const window = { windowFrom: row.windowFrom.toISOString(), windowTo: row.windowTo.toISOString() };
    const audit = {
      action: before ? 'SCREENING_CORRECTED' : 'SCREENING_RECORDED',
      entity: 'area',
      entityId: areaId,
      reason: given.note,
      ...(before ? { before: JSON.parse(JSON.stringify(before)) } : {}),
      after: { ...figures, ...window, roundId: row.roundId },
    };
    return {
      result: { id, roundId: row.roundId },
      changes: [evidenceEvent(area, 'SCREENING', at, await areaBasis(tx, areaId, at))],
      audit: [audit],
    };
  });
  await context.downgrade.request('round recorded');
  return result;
}

/** @throws Problem invalid-input when the parts of the round would say more tested than there are to test. */
async function assertWithinTarget(
  tx: Transaction,
  part: { roundId: string | undefined; without: string | undefined; target: number; tested: number },
): Promise<void> {
  if (part.roundId === undefined) return;
  const held = await tx.screening.findMany({ where: { roundId: part.roundId, recordedTo: null } });
  const others = held.filter(({ id }) => id !== part.without);
  const tested = others.reduce((sum, other) => sum + other.tested, part.tested);
  const target = others.reduce((most, other) => Math.max(most, other.target), part.target);
  if (tested <= target) return;
  throw new Problem('invalid-input', `The round would have ${tested} of ${target} persons tested.`, [
    { pointer: '/tested', reason: `${tested - part.tested} were recorded before: ${tested} of ${target}` },
  ]);
}
