import { z } from 'zod';
import type { Saying } from '@/domain/area/saying';
import { STATUSES } from '@/domain/status/status';

const level = z.enum(['HIGH', 'MEDIUM', 'LOW']);
const day = z.iso.date();

/** Why a list calls a standing place otherwise than before, as the comparison found it. */
const renameReason = z.enum(['KNOWN_ALIAS', 'REWORDED', 'PREFIX', 'PLACED', 'TYPO']);

const due = z.object({
  kind: z.literal('DUE'),
  counted: z.object({
    days: z.number(),
    from: day.nullable(),
    broken: z.object({ day, persons: z.number() }).nullable(),
  }),
  allNegative: z.boolean(),
  dueAt: z.number(),
  to: z.array(z.enum([...STATUSES.AREA, ...STATUSES.ZONE])).readonly(),
});
due satisfies z.ZodType<Extract<Saying, { kind: 'DUE' }>>;

const schema = z.discriminatedUnion('code', [
  /** The rule lowered a subject: what there was to say of its decision. */
  z.object({
    code: z.literal('LOWERED_BY_RULE'),
    v: z.literal(1),
    subject: z.enum(['AREA', 'ZONE']).default('AREA'),
    saying: due,
  }),
  /** A list names a place that did not stand before. */
  z.object({ code: z.literal('LIST_NAMES'), v: z.literal(1), level }),
  z.object({ code: z.literal('LIST_MOVES'), v: z.literal(1), from: level, to: level }),
  /** A list no longer names it. */
  z.object({ code: z.literal('LIST_ENDS'), v: z.literal(1), level }),
  z.object({
    code: z.literal('LIST_RENAMES'),
    v: z.literal(1),
    former: z.string(),
    name: z.string(),
    why: renameReason,
  }),
  /** A drill begins with a place that stood on the national list since this hour of a day. */
  z.object({ code: z.literal('DRILL_LISTED'), v: z.literal(1), day, hour: z.number() }),
  /** What an invented infection of a drill stands for. */
  z.object({
    code: z.literal('DRILL_FOUND'),
    v: z.literal(1),
    where: z.enum(['COMMUNITY', 'HOME_ISOLATION', 'AGAIN']),
  }),
  /** A sentence that the program wrote before it kept codes, and that no code was recognised in. */
  z.object({ code: z.literal('KEPT_WORDS'), v: z.literal(1), words: z.string() }),
]);

/**
 * Why something was recorded, where the program says so and not a person: a code with its figures. It is put into words,
 * in the reader's language, when it is read (`sayReason`).
 */
export type ProgramReason = z.infer<typeof schema>;

type WithoutVersion<Reason> = Reason extends unknown ? Omit<Reason, 'v'> : never;

/** A reason as a row keeps it: a person's words as typed, or the program's code and figures as JSON. */
export function storedReason(reason: string | WithoutVersion<ProgramReason>): string {
  return typeof reason === 'string' ? reason : JSON.stringify({ ...reason, v: 1 });
}

/** What the program said in a kept reason; null where a person's words stand. */
export function programReason(stored: string): ProgramReason | null {
  if (!stored.startsWith('{')) return null;
  try {
    return schema.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return null;
  }
}
