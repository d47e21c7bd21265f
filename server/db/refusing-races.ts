import { Problem } from '@/server/errors';

/** How often what the database asks to be tried again is tried in all. */
const TRIES = 3;

const AGAIN = new Set(['40001', '40P01']);

/** What the database refused, said to the person whose act it was. */
const REFUSALS: Readonly<Record<string, () => Problem>> = {
  // exclusion_violation: two levels of one area would hold at once.
  '23P01': () =>
    new Problem(
      'conflict',
      'Another level of this area already holds in that span of time; nothing was changed. Look at the area as it stands now.',
      [{ pointer: '/effectiveAt', reason: 'another level holds then' }],
    ),
  // unique_violation
  '23505': () =>
    new Problem(
      'conflict',
      'The same was recorded by someone else in the meantime; nothing was changed. Look at what stands now.',
    ),
  // check_violation: the figures or instants contradict what is recorded.
  '23514': () =>
    new Problem(
      'conflict',
      'What was entered contradicts what is recorded by now; nothing was changed. Look at what stands now.',
    ),
  // lock_not_available
  '55P03': () =>
    new Problem(
      'temporarily-unavailable',
      'Another change is still being recorded; nothing was changed. Try again in a minute.',
    ),
};

/**
 * Run a transaction. What the database asks to be tried again is tried again; what it refuses because of what others
 * recorded becomes a refusal a person can act on. The rules are checked by the verbs themselves, which name fields and
 * the present state; this is for what only the database can see.
 */
export async function refusingRaces<T>(run: () => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await run();
    } catch (error) {
      if (error instanceof Problem) throw error;
      const state = sqlStateOf(error);
      if (state !== null && AGAIN.has(state) && left > 1) continue;
      const refusal = state === null ? undefined : REFUSALS[AGAIN.has(state) ? '55P03' : state];
      if (!refusal) throw error;
      const problem = refusal();
      problem.cause = error;
      throw problem;
    }
  }
}

const OWN = /^(23P01|23505|23514|40001|40P01|55P03)$/;
/** Prisma's own codes for what it recognises before PostgreSQL's is at hand. */
const PRISMA: Readonly<Record<string, string>> = { P2002: '23505', P2034: '40001' };

/** The SQLSTATE of an error, or of what caused it, when it is one of those above; null otherwise. */
function sqlStateOf(error: unknown, depth = 0): string | null {
  if (typeof error !== 'object' || error === null || depth > 5) return null;
  const { code, originalCode, cause, meta } = error as Record<string, unknown>;
  for (const said of [originalCode, code]) {
    if (typeof said !== 'string') continue;
    if (OWN.test(said)) return said;
    const known = PRISMA[said];
    if (known) return known;
  }
  const { driverAdapterError } = (meta ?? {}) as Record<string, unknown>;
  return sqlStateOf(cause, depth + 1) ?? sqlStateOf(driverAdapterError, depth + 1);
}
