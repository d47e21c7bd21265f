import { z } from 'zod';

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
