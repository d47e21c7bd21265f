import * as z from 'zod';
import type { Decision } from '@/domain/area/decision';
import { STATUSES } from '@/domain/status/status';

const VERSION = 2;

const status = z.enum(STATUSES.AREA);
const lowered = z.enum(['MEDIUM', 'LOW']);
const cause = z.enum([
  'DESIGNATED',
  'RAISED',
  'LOWERED_BY_RULE',
  'LOWERED_BY_DECISION',
  'RELEASED',
  'CORRECTED',
  'IMPORTED',
]);
const startEvent = z.enum(['DESIGNATION', 'LAST_POSITIVE', 'CASE_LEFT', 'FINAL_DISINFECTION']);
const manual = z.enum(['LAST_CLOSE_CONTACT_OVER_14_DAYS_AND_NEGATIVE', 'ALL_NEGATIVE_ROUND_WITHIN_2_DAYS']);
const day = z.iso.date();
const instant = z.number();

const missing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('DAYS'), remaining: z.number() }),
  z.object({
    kind: z.literal('ROUND'),
    state: z.enum(['AHEAD', 'MISSING', 'INCOMPLETE', 'POSITIVE', 'EARLY']),
    onDay: day,
    persons: z.number().nullable(),
    positive: z.number(),
  }),
  z.object({ kind: z.literal('ROUND_ENDS_LATER'), at: instant }),
  z.object({ kind: z.literal('START_EVENT_UNRECORDED'), event: startEvent }),
  z.object({ kind: z.literal('EXPERT_DECISION') }),
  z.object({ kind: z.literal('EVIDENCE'), evidence: manual }),
  z.object({ kind: z.literal('LEVEL_NOT_IN_RULE_SET'), level: status }),
  z.object({ kind: z.literal('DESIGNATIONS_OVERLAP'), ids: z.array(z.string()) }),
  z.object({
    kind: z.literal('FACT_INVALID'),
    fact: z.enum(['DESIGNATION', 'INFECTION', 'ROUND', 'MILESTONE']),
    id: z.string(),
    fault: z.enum([
      'DAY_NOT_A_DATE',
      'COUNT_NOT_A_NUMBER',
      'INSTANT_NOT_A_TIME',
      'ENDS_BEFORE_IT_BEGINS',
      'TARGET_NOT_POSITIVE',
      'TESTED_OVER_TARGET',
      'SUM_OVER_TARGET',
      'POSITIVE_OVER_TESTED',
    ]),
  }),
  z.object({ kind: z.literal('RULE_SET_INVALID') }),
  z.object({ kind: z.literal('INSTANT_INVALID') }),
]);

const countedDay = z.object({
  index: z.number(),
  day,
  state: z.enum(['CLEAR', 'RUNNING', 'AHEAD', 'BROKEN']),
  infectionsCounted: z.number(),
  infectionsExcluded: z.number(),
  tested: z.number(),
  positive: z.number(),
});

const schema = z.object({
  subject: z.literal('AREA'),
  at: instant,
  policy: z.object({ id: z.string(), version: z.number() }),
  status: status.nullable(),
  since: instant.nullable(),
  designationId: z.string().nullable(),
  cause: cause.nullable(),
  endedAt: instant.nullable(),
  startsAt: instant.nullable(),
  stage: z
    .object({
      status,
      entry: z.enum(['ANY', 'DIRECT', 'LOWERED']),
      days: z.number(),
      round: z.object({ onDay: z.number() }).nullable(),
      evidence: z.array(manual),
      by: z.enum(['RULE', 'EXPERT_DECISION']),
      to: z.array(lowered),
    })
    .nullable(),
  counting: z
    .object({
      startEvent: z.object({ kind: startEvent, day, at: instant.nullable() }).nullable(),
      required: z.number(),
      completed: z.number(),
      days: z.array(countedDay),
    })
    .nullable(),
  round: z.object({
    state: z.enum(['NOT_REQUIRED', 'AHEAD', 'MISSING', 'INCOMPLETE', 'POSITIVE', 'EARLY', 'COMPLETE']),
    target: z.number().nullable(),
    tested: z.number(),
    positive: z.number(),
    requiredOnDay: day.nullable(),
  }),
  missing: z.array(missing),
  dueAt: instant.nullable(),
  earliestRelease: instant.nullable(),
  outcome: z.enum(['NONE', 'STANDS', 'LOWER', 'NEEDS_EXPERT_DECISION']),
  to: lowered.nullable(),
}) satisfies z.ZodType<Decision>;

/** A decision as it is kept beside what was done by it: with the version of its form. */
export function decisionToStore(decision: Decision): object {
  return { v: VERSION, ...decision };
}

/**
 * A decision as it was kept, in whichever form. The first form had no version, called the status of an area its level,
 * and `LOWERED` `FROM_HIGH`; audit lines that are sealed by their hashes hold it for good.
 * @returns null when it is none: nothing was kept, or what was kept cannot be read
 */
export function storedDecision(stored: unknown): Decision | null {
  const read = schema.safeParse(presentForm(stored));
  return read.success ? read.data : null;
}

const record = z.record(z.string(), z.unknown());

function presentForm(stored: unknown): unknown {
  const found = record.safeParse(stored).data;
  if (found === undefined || found.v === VERSION) return found;
  if (found.v !== undefined) return null;
  const { level, stage, ...rest } = found;
  const old = record.safeParse(stage).data;
  if (old === undefined) return { ...rest, subject: 'AREA', status: level, stage: null };
  const { level: from, entry, ...conditions } = old;
  const present = { ...conditions, status: from, entry: entry === 'FROM_HIGH' ? 'LOWERED' : entry };
  return { ...rest, subject: 'AREA', status: level, stage: present };
}
