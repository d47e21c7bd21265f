import { z } from 'zod';

const place = { pointer: z.string(), line: z.number() };

/** What a reading can warn of: the place in the file, what stood there (`found`) and the figures of each kind. */
export const listWarning = z.discriminatedUnion('code', [
  /** The list's own total is not the number of its places. */
  z.object({
    code: z.literal('COUNT_MISMATCH'),
    pointer: z.string(),
    level: z.enum(['HIGH', 'MEDIUM', 'LOW']),
    stated: z.number(),
    found: z.number(),
  }),
  /** One line's (N个) is not the number of places read from it. */
  z.object({
    code: z.literal('LINE_COUNT_MISMATCH'),
    ...place,
    stated: z.number(),
    counted: z.number(),
    found: z.string(),
  }),
  /** A place text without a letter; it is counted but makes no entry. */
  z.object({ code: z.literal('BLANK_PLACE'), pointer: z.string(), found: z.string() }),
  /** Text inside the list that is not of its form. */
  z.object({ code: z.literal('UNREAD_LINE'), ...place, found: z.string() }),
  /** The list stops without an end. */
  z.object({ code: z.literal('UNFINISHED'), ...place, found: z.string() }),
  /** A place that a line break cuts in two (`⏎` in what was found); `read` as one. */
  z.object({ code: z.literal('WRAPPED_PLACE'), ...place, found: z.string(), read: z.string() }),
  /** The line's own number decided between readings: it may have agreed by luck. */
  z.object({ code: z.literal('READ_BY_COUNT'), ...place, found: z.string() }),
  /** A place with signs that no place has: it probably swallowed its neighbour. */
  z.object({ code: z.literal('ODD_PLACE'), ...place, found: z.string() }),
  /** The file was not UTF-8 and was read as what Windows writes: `found` names the encoding. */
  z.object({ code: z.literal('OTHER_ENCODING'), pointer: z.string(), found: z.string() }),
]);

/**
 * Something in a readable list that an officer should see; every code but `OTHER_ENCODING` holds the list. It is put into
 * words when it is read (`sayWarning`).
 */
export type ListWarning = z.infer<typeof listWarning>;
export type ListWarningCode = ListWarning['code'];
