import * as z from 'zod';
import { placeKey } from '@/domain/place/normalize';
import { programReason } from '@/domain/reason/program-reason';
import { isDivisionCode, plainText } from '@/domain/text/input-text';

/** A reason a person can stand by. */
export const reasonText = plainText({ min: 2, max: 1000, missing: 'give the reason', lines: true }).refine(
  (text) => programReason(text) === null,
  'words of a person, no code of the program',
);

/** PostgreSQL keeps an index row of at most 2,704 bytes; a name's key is part of one. */
const LONGEST_KEY_BYTES = 2_400;

/** The name of a place. */
export const placeName = plainText({ min: 1, max: 500, missing: 'name the place' })
  .refine((name) => placeKey(name) !== '', 'holds no letter and no digit')
  .refine((name) => new TextEncoder().encode(placeKey(name)).length <= LONGEST_KEY_BYTES, 'too long');

/** What may be added to a record, or be left empty. */
export const noteText = plainText({ min: 0, max: 1000, lines: true });

/** The number of the notice that announces a level; empty where there is none. */
export const noticeNumber = plainText({ min: 0, max: 100 });

/** A division, by its code. Whether there is one is asked later. */
export const divisionCodeText = z
  .string({ error: 'choose the division' })
  .refine(isDivisionCode, 'choose the division');

/** Epoch milliseconds from 2020 on, when risk levels began. */
export const effectiveInstant = z
  .number({ error: 'an instant' })
  .int('an instant')
  .min(Date.UTC(2019, 11, 31, 16), 'not before 2020')
  .max(Date.UTC(2100, 0, 1), 'a date of this century');

/** A Shanghai calendar day. */
export const localDay = z.iso.date('a day as YYYY-MM-DD');

export const personCount = z.coerce
  .number<number>({ error: 'a number of persons' })
  .int('a whole number')
  .max(50_000_000, 'too many');
