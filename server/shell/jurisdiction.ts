import type { Viewer } from '@/server/auth/viewer';
import { hearOtherThread, inBothThreads } from '@/server/between-threads';
import type { Database } from '@/server/db/connect';
import { homeDivision, type NamedDivision } from '@/server/home/home-division';
import { processWide } from '@/server/process-wide';

/** A division by code and name. */
export type Jurisdiction = NamedDivision;

const FRESH_MS = 2_000;
const kept = processWide(
  'jurisdictions',
  () => new Map<string, { place: Jurisdiction | null; readAt: number }>(),
);

/**
 * The division a person works for: their own, else the headquarters' home division. It is read
 * again after 2 seconds, since another process may change it, and stands while the database does not answer.
 * @returns null for a nation-wide person of a deployment without a home division.
 */
export async function jurisdiction(db: Database, viewer: Viewer): Promise<Jurisdiction | null> {
  hearOtherThread();
  const known = kept.get(viewer.scope);
  if (known && Date.now() - known.readAt < FRESH_MS) return known.place;
  try {
    const place = await read(db, viewer.scope);
    kept.set(viewer.scope, { place, readAt: Date.now() });
    return place;
  } catch (error) {
    if (known) return known.place;
    throw error;
  }
}

/** Read all of them again at the next page. */
export const forgetJurisdictions = inBothThreads<void>('forget-jurisdictions', (): void => kept.clear());

async function read(db: Database, scope: string): Promise<Jurisdiction | null> {
  const code = scope.split('/').filter(Boolean).at(-1);
  if (!code) return (await homeDivision(db)) ?? null;
  return db.prisma.division.findUnique({ where: { code }, select: { code: true, name: true } });
}
