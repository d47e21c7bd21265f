import { type Clock, systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { Problem } from '@/server/errors';
import { processWide } from '@/server/process-wide';
import { keyHash } from './key-secret';

/** The consuming system behind a bearer key and what it may do. */
export interface KeyHolder {
  readonly name: string;
  readonly scopes: readonly string[];
}

interface KeyRing {
  readonly byHash: ReadonlyMap<string, KeyHolder>;
  readonly loadedAt: number;
}

const FRESH_MS = 2_000;
const rings = processWide('keys', () => new WeakMap<Database['pool'], Promise<KeyRing>>());

/**
 * The holder of a bearer key, or null for one that is unknown or revoked.
 * All keys in force are held in memory and read again after 2 seconds, so that a read costs no query; a key made or
 * revoked in this process acts at once. While the database does not answer the last known keys stand, since look-up
 * serves on. The secret is looked up by its SHA-256: how long that takes tells nothing about any kept secret.
 * @throws Problem temporarily-unavailable when the keys were never read.
 */
export async function verifyKey(
  db: Database,
  bearer: string,
  clock: Clock = systemClock,
): Promise<KeyHolder | null> {
  if (!bearer.startsWith('fq_')) return null;
  const ring = await ringOf(db, clock.now());
  return ring.byHash.get(keyHash(bearer)) ?? null;
}

/** Read the keys again at the next request. */
export function forgetKeys(db: Database): void {
  rings.delete(db.pool);
}

async function ringOf(db: Database, now: number): Promise<KeyRing> {
  const known = await rings.get(db.pool);
  if (known && now - known.loadedAt < FRESH_MS) return known;
  const loading = load(db, now).catch((): KeyRing => {
    if (known) return { ...known, loadedAt: now };
    rings.delete(db.pool);
    throw new Problem('temporarily-unavailable', 'The key cannot be checked: the database does not answer.');
  });
  rings.set(db.pool, loading);
  return loading;
}

async function load(db: Database, now: number): Promise<KeyRing> {
  const rows = await db.prisma.apiKey.findMany({ where: { revokedAt: null } });
  const byHash = new Map(rows.map((row) => [row.keyHash, { name: row.name, scopes: row.scopes }]));
  return { byHash, loadedAt: now };
}
