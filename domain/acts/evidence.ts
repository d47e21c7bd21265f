import * as z from 'zod';
import { FIRST_FOUND_ON, LONGEST_WINDOW_MS } from '@/domain/area/evidence-bounds';
import type { InfectionExclusion } from '@/domain/area/types';
import { effectiveInstant, localDay, noteText, personCount, reasonText } from './fields';

const EXCLUSIONS = [
  'CENTRAL_ISOLATION',
  'HOME_ISOLATION',
  'CLOSED_LOOP',
  'RE_POSITIVE',
  'IMPORTED_OLD',
  'CONTACT_ASSESSED',
] as const satisfies readonly InfectionExclusion[];

/** Infections found in an area on a day, or the correction of such a record. */
export const recordInfectionInput = z
  .object({
    areaId: z.string(),
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
export type RecordInfectionInput = z.input<typeof recordInfectionInput>;

/** A screening round of an area or a part of one; instants epoch ms, figures persons. */
export const recordScreeningInput = z
  .object({
    areaId: z.string(),
    /** The round this is a part of; left out, a round of its own. */
    roundId: z.uuid().optional(),
    windowFrom: effectiveInstant,
    windowTo: effectiveInstant,
    target: personCount.min(1, 'at least 1'),
    tested: personCount.min(0, 'at least 0'),
    positive: personCount.min(0, 'at least 0'),
    note: noteText.default(''),
    /** The record this one corrects, which is closed. */
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
export type RecordScreeningInput = z.input<typeof recordScreeningInput>;

/** To close a record that is wrong altogether. */
export const withdrawRecordInput = z.object({
  areaId: z.string(),
  record: z.enum(['INFECTION', 'SCREENING']),
  recordId: z.uuid(),
  reason: reasonText,
});
export type WithdrawRecordInput = z.input<typeof withdrawRecordInput>;
