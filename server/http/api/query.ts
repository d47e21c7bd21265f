import { z } from 'zod';

/** An instant as ISO 8601 with offset, read to epoch milliseconds. */
export const instant = z.iso
  .datetime({ offset: true, error: 'an instant as ISO 8601 with offset, e.g. 2022-12-01T21:00:00+08:00' })
  .transform((text) => Date.parse(text));

/** A whole number in a query string. */
export const wholeNumber = (min: number, max: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `a whole number from ${min} to ${max}`)
    .default(otherwise);
