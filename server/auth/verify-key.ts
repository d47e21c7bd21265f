import { hearOtherThread, inBothThreads } from '@/server/between-threads';
import { type Clock, systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { Problem } from '@/server/errors';
import { processWide } from '@/server/process-wide';
import { soon } from '@/server/soon';
import { keyHash } from './key-secret';

/** The consuming system behind a bearer key and what it may do. */
export interface KeyHolder {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

interface KeyRing {
  readonly byHash: ReadonlyMap<string, KeyHolder>;
  /** Secrets already checked against this ring: at most as many as there are keys, and gone with it after seconds. */
  readonly checked: Map<string, KeyHolder>;
  readonly loadedAt: number;
}

/** The keys as last read, and the reading under way. */
interface Kept {
  ring: KeyRing | null;
  loading: Promise<KeyRing> | null;
}

const FRESH_MS = 2_000;
/** How long a request waits for keys to be read again, while those read before are at hand. */
const PATIENCE_MS = 250;
const GIVE_UP_MS = 10_000;
const kept = processWide('keys', () => ({ rings: new WeakMap<Database['pool'], Kept>() }));

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
  const holder = ring.byHash.get(keyHash(bearer)) ?? null;
  if (holder) ring.checked.set(bearer, holder);
  return holder;
}

/** The holder of a key that was verified within the last seconds; undefined when that has to be asked first. */
export function verifiedKey(db: Database, bearer: string, clock: Clock = systemClock): KeyHolder | undefined {
  hearOtherThread();
  const ring = kept.rings.get(db.pool)?.ring;
  return ring && clock.now() - ring.loadedAt < FRESH_MS ? ring.checked.get(bearer) : undefined;
}

/** Read the keys again at the next request. */
export const forgetKeys = inBothThreads<void>('forget-keys', (): void => {
  kept.rings = new WeakMap();
});

async function ringOf(db: Database, now: number): Promise<KeyRing> {
  hearOtherThread();
  const own = kept.rings.get(db.pool) ?? { ring: null, loading: null };
  kept.rings.set(db.pool, own);
  const { ring } = own;
  if (ring && now - ring.loadedAt < FRESH_MS) return ring;
  own.loading ??= soon(load(db, now), GIVE_UP_MS)
    .then((loaded) => {
      own.ring = loaded;
      return loaded;
    })
    .finally(() => {
      own.loading = null;
    });
  try {
    return await (ring ? soon(own.loading, PATIENCE_MS) : own.loading);
  } catch {
    if (!ring) {
      throw new Problem(
        'temporarily-unavailable',
        'The key cannot be checked: the database does not answer.',
      );
    }
    const stillKnown = { ...ring, loadedAt: now };
    if (own.ring === ring) own.ring = stillKnown;
    return stillKnown;
  }
}

async function load(db: Database, now: number): Promise<KeyRing> {
  const rows = await db.prisma.apiKey.findMany({ where: { revokedAt: null } });
  const byHash = new Map(
    rows.map((row) => [row.keyHash, { id: row.id, name: row.name, scopes: row.scopes }]),
  );
  return { byHash, checked: new Map(), loadedAt: now };
}
