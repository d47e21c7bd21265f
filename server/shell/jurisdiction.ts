import type { Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { processWide } from '@/server/process-wide';

/** A division by code and name. */
export interface Jurisdiction {
  readonly code: string;
  readonly name: string;
}

const FRESH_MS = 30_000;
const kept = processWide(
  'jurisdictions',
  () => new Map<string, { place: Jurisdiction | null; readAt: number }>(),
);

/**
 * The division a person works for: their own, else the headquarters' home division. It hardly ever changes, so it is
 * read again only after 30 seconds and stands while the database does not answer.
 * @returns null for a nation-wide person of a deployment without a home division.
 */
export async function jurisdiction(db: Database, viewer: Viewer): Promise<Jurisdiction | null> {
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

async function read(db: Database, scope: string): Promise<Jurisdiction | null> {
  const own = scope.split('/').filter(Boolean).at(-1);
  const code = own ?? (await homeDivision(db));
  if (!code) return null;
  return db.prisma.division.findUnique({ where: { code }, select: { code: true, name: true } });
}

async function homeDivision(db: Database): Promise<string | null> {
  const setting = await db.prisma.setting.findUnique({ where: { key: 'home.division' } });
  return typeof setting?.value === 'string' ? setting.value : null;
}
