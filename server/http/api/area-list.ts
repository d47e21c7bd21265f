import { z } from 'zod';
import { placeKey } from '@/domain/place/normalize';
import { type AsOfArea, type AsOfFilter, areasAsOf } from '@/server/areas/areas-as-of';
import type { Viewer } from '@/server/auth/viewer';
import { lastRecorded, sealRecorded } from '@/server/db/recorded-clock';
import { Problem } from '@/server/errors';
import type { Runtime } from '@/server/runtime';
import { assertSame, filterMark, readCursor, writeCursor } from './cursor';
import { knownDivision } from './division-code';
import { instant, wholeNumber } from './query';

/** A text of blanks and stops alone would match every name. */
const seeksSomething = (text: string) => placeKey(text) !== '';

/** The query of `GET /areas`. */
export const listQuery = z.strictObject({
  level: z.enum(['HIGH', 'MEDIUM', 'LOW'], { error: 'HIGH, MEDIUM or LOW' }).optional(),
  division: z.string().max(40, 'a division code').optional(),
  asOf: instant.optional(),
  knownAt: instant.optional(),
  q: z
    .string()
    .trim()
    .min(1, 'part of a name')
    .max(100, 'at most 100 characters')
    .refine(seeksSomething, 'holds no letter and no digit')
    .optional(),
  cursor: z.string().max(300, 'take it unchanged from `next` of the page before').optional(),
  limit: wholeNumber(1, 1000, 100),
});

/** One page of areas at which a level held, and the cursor of the next page; null on the last. */
export interface AreaListing {
  asOf: number;
  /** The instant in recorded time it is of. */
  knownAt: number;
  areas: AsOfArea[];
  next: string | null;
}

/** The listing in both times. Every page of one listing shows the state of the world it was begun with. */
export async function areaList(
  rt: Runtime,
  viewer: Viewer,
  given: z.output<typeof listQuery>,
): Promise<AreaListing> {
  const { level, division, q, limit } = given;
  const filter = filterMark([level, division, q]);
  const cursor = given.cursor === undefined ? null : readCursor(given.cursor, filter);
  if (cursor) {
    assertSame('asOf', given.asOf, cursor);
    assertSame('knownAt', given.knownAt, cursor);
  }
  const { asOf, knownAt } = cursor ?? (await coordinates(rt, given));
  const wanted: AsOfFilter = {
    asOf,
    knownAt,
    limit: limit + 1,
    ...(level ? { level } : {}),
    ...(division === undefined ? {} : { division: knownDivision(rt, division, 'division') }),
    ...(q ? { q } : {}),
    ...(cursor ? { after: cursor.after } : {}),
  };
  const found = await areasAsOf(rt.db, viewer, wanted);
  const areas = found.slice(0, limit);
  const last = areas.at(-1);
  const more = found.length > limit && last;
  const next = more ? writeCursor({ after: last.id, asOf, knownAt, filter }) : null;
  return { asOf, knownAt, areas, next };
}

/**
 * Of which instant in either time a new listing is. What is known at an instant no longer changes once it was told: what
 * is asked for is sealed, and without a wish it is what the last recording left.
 */
async function coordinates(
  rt: Pick<Runtime, 'db' | 'clock'>,
  given: { asOf?: number | undefined; knownAt?: number | undefined },
): Promise<{ asOf: number; knownAt: number }> {
  if (given.knownAt === undefined) {
    const knownAt = await lastRecorded(rt.db);
    return { asOf: given.asOf ?? Math.max(rt.clock.now(), knownAt), knownAt };
  }
  const now = rt.clock.now();
  if (given.knownAt > now) {
    const reason = 'not after the present: nobody knows yet what will be known';
    throw new Problem('invalid-input', `/knownAt: ${reason}.`, [{ pointer: '/knownAt', reason }]);
  }
  await sealRecorded(rt.db, given.knownAt);
  return { asOf: given.asOf ?? now, knownAt: given.knownAt };
}
