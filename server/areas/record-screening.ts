import { uuidv7 } from 'uuidv7';
import { recordScreeningInput } from '@/domain/acts/evidence';
import type { AuditLine } from '@/domain/record/audit-line';
import { verb } from '@/server/acts/verb';
import type { Transaction } from '@/server/db/transaction';
import { addRows, replaceRows } from '@/server/db/two-time';
import { notFound, Problem } from '@/server/errors';
import { areaBasis } from './area-basis';
import { evidenceEvent } from './area-event';
import { lockArea } from './lock-area';

/**
 * Record a screening round of an area or a part of one: sampling window (epoch ms), persons who should be tested, were
 * tested, and were positive. A wrong record is closed and replaced, with the reason as its note. The parts of a round add
 * up to its target at most.
 * @returns the record's and the round's id. @throws Problem invalid-input (fields named), not-found.
 */
export const recordScreening = verb({
  name: 'record-screening',
  capability: 'record',
  on: 'This area',
  schema: recordScreeningInput,
  kind: 'recording',
  downgrade: 'round recorded',
  run: async (tx, viewer, at, given, { drill }) => {
    const area = await lockArea(tx, viewer, 'record', given.areaId);
    if (given.windowTo > at) {
      throw new Problem('invalid-input', 'Record a round when its sampling is over.', [
        { pointer: '/windowTo', reason: 'in the future' },
      ]);
    }
    const { corrects, areaId, roundId, windowFrom, windowTo, ...figures } = given;
    const id = uuidv7();
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
      drill,
    };
    const recording = { actorId: viewer.id, at };
    const replaced = before && { id: before.id, reason: given.note, by: [row] };
    if (replaced) await replaceRows(tx, 'screening', [replaced], 'CORRECTED', recording);
    else await addRows(tx, 'screening', [row], {}, recording);
    const window = { windowFrom: row.windowFrom.toISOString(), windowTo: row.windowTo.toISOString() };
    const said = {
      entity: 'area' as const,
      entityId: areaId,
      reason: given.note,
      after: { ...figures, ...window, roundId: row.roundId },
    };
    const audit: AuditLine = before
      ? { action: 'SCREENING_CORRECTED', before: JSON.parse(JSON.stringify(before)), ...said }
      : { action: 'SCREENING_RECORDED', ...said };
    return {
      result: { id, roundId: row.roundId },
      changes: [evidenceEvent(area, 'SCREENING', at, await areaBasis(tx, areaId, at))],
      audit: [audit],
    };
  },
});

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
