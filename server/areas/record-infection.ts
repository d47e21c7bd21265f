import { uuidv7 } from 'uuidv7';
import { recordInfectionInput } from '@/domain/acts/evidence';
import type { AuditLine } from '@/domain/record/audit-line';
import { dayOf } from '@/domain/time/shanghai';
import { verb } from '@/server/acts/verb';
import { addRows, replaceRows } from '@/server/db/two-time';
import { notFound, Problem } from '@/server/errors';
import { areaBasis } from './area-basis';
import { evidenceEvent } from './area-event';
import { lockArea } from './lock-area';

/**
 * Record infections found in an area on a day, or correct such a record (the old one is closed, not deleted).
 * Source of the exclusions: 风险区划定及管控方案, five kinds that do not count for designation, and 新十条's contact.
 * @returns the record's id. @throws Problem invalid-input (fields named), not-found.
 */
export const recordInfection = verb({
  name: 'record-infection',
  capability: 'record',
  on: 'This area',
  schema: recordInfectionInput,
  kind: 'recording',
  downgrade: 'infection recorded',
  run: async (tx, viewer, at, given, { drill }) => {
    const area = await lockArea(tx, viewer, 'record', given.areaId);
    if (given.foundOn > dayOf(at)) {
      throw new Problem('invalid-input', 'An infection cannot be found on a day to come.', [
        { pointer: '/foundOn', reason: `after ${dayOf(at)}` },
      ]);
    }
    const { corrects, areaId, ...record } = given;
    const id = uuidv7();
    const before = corrects
      ? await tx.infection.findFirst({ where: { id: corrects, areaId, recordedTo: null } })
      : null;
    if (corrects && !before) throw notFound('The record to correct');
    const foundOn = new Date(`${given.foundOn}T00:00:00Z`);
    const row = { ...record, id, areaId, foundOn, drill };
    const recording = { actorId: viewer.id, at };
    const replaced = before && { id: before.id, reason: given.reason, by: [row] };
    if (replaced) await replaceRows(tx, 'infection', [replaced], 'CORRECTED', recording);
    else await addRows(tx, 'infection', [row], {}, recording);
    const said = {
      entity: 'area' as const,
      entityId: areaId,
      reason: given.reason,
      after: record,
    };
    const audit: AuditLine = before
      ? { action: 'INFECTION_CORRECTED', before: JSON.parse(JSON.stringify(before)), ...said }
      : { action: 'INFECTION_RECORDED', ...said };
    return {
      result: { id },
      changes: [evidenceEvent(area, 'INFECTION', at, await areaBasis(tx, areaId, at))],
      audit: [audit],
    };
  },
});
