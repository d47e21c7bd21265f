import { z } from 'zod';
import { Problem } from '@/server/errors';

/** A reason a person can stand by. */
export const reasonText = z.string().trim().min(2, 'give the reason').max(1000, 'at most 1000 characters');

/** Epoch milliseconds from 2020 on, when risk levels began. */
export const effectiveInstant = z
  .number({ error: 'an instant' })
  .int('an instant')
  .min(Date.UTC(2019, 11, 31, 16), 'not before 2020')
  .max(Date.UTC(2100, 0, 1), 'a date of this century');

/** A Shanghai calendar day. */
export const localDay = z.iso.date('a day as YYYY-MM-DD');

export const personCount = z.coerce
  .number({ error: 'a number of persons' })
  .int('a whole number')
  .max(50_000_000, 'too many');

/** Chosen by the sender for one act: sent twice, it is recorded once. */
export const submissionId = z.uuid().optional();

/** The refusal of an act sent again with other figures: the first sending holds and is corrected, not repeated. */
export function recordedOtherwise(): Problem {
  return new Problem('conflict', 'This entry was recorded before with other figures; correct that record.');
}
