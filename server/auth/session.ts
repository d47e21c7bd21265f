import { hearOtherThread, inBothThreads } from '@/server/between-threads';
import { type Clock, systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { Problem } from '@/server/errors';
import { processWide } from '@/server/process-wide';
import { soon } from '@/server/soon';
import type { Person } from './viewer';

interface Known {
  readonly userId: string;
  readonly viewer: Person;
  readonly expiresAt: number;
  readonly checkedAt: number;
}

const FRESH_MS = 2_000;
/** How long a request waits to ask again about a person who is known. */
const PATIENCE_MS = 250;
const KEPT = 5_000;
const sessions = processWide('sessions', () => new Map<string, Known>());
/** How often sessions have been forgotten: what was asked for before that is not kept after it. */
const forgotten = processWide('sessions-forgotten', () => ({ times: 0 }));
/** Sessions their person has left while the database could not be told. */
const left = processWide('sessions-left', () => new Set<string>());

/**
 * Who a session belongs to: their role and the division subtree they work in, as they are now.
 * A change made in this process acts at once, one made in another within 2 seconds. While the database does not answer,
 * a person seen before stays known until their session expires: nobody can be signed out then, and nothing be written.
 * @returns null when the session is unknown, ended, expired, or its account is switched off.
 * @throws Problem temporarily-unavailable when the database does not answer and the session was never seen.
 */
export async function viewerOfSession(
  db: Database,
  sessionId: string,
  clock: Clock = systemClock,
): Promise<Person | null> {
  hearOtherThread();
  if (left.has(sessionId)) return null;
  const { times } = forgotten;
  const now = clock.now();
  const known = sessions.get(sessionId);
  const valid = known !== undefined && known.expiresAt > now;
  if (valid && now - known.checkedAt < FRESH_MS) return known.viewer;
  try {
    const loading = load(db, sessionId, now);
    const loaded = await (valid ? soon(loading, PATIENCE_MS) : loading);
    sessions.delete(sessionId);
    hearOtherThread();
    if (loaded && times === forgotten.times) remember(sessionId, loaded);
    return loaded?.viewer ?? null;
  } catch {
    // Unless it was forgotten meanwhile.
    if (valid && sessions.has(sessionId)) {
      remember(sessionId, { ...known, checkedAt: now });
      return known.viewer;
    }
    throw new Problem(
      'temporarily-unavailable',
      'Who you are cannot be checked: the database does not answer.',
    );
  }
}

/** Ask the database again about the sessions of this person, or about this session, at their next request. */
export const forgetSessions = inBothThreads(
  'forget-sessions',
  (of: { userId: string } | { sessionId: string }): void => {
    forgotten.times += 1;
    if ('sessionId' in of) sessions.delete(of.sessionId);
    else for (const [id, known] of sessions) if (known.userId === of.userId) sessions.delete(id);
  },
);

/** Take this session for ended in this process, whatever the database says or does not say. */
export const leaveSession = inBothThreads('leave-session', (sessionId: string): void => {
  left.add(sessionId);
  dropOldest(left);
});

/** The sessions that this process takes for ended by itself, for a thread that begins. */
export function sessionsLeft(): string[] {
  hearOtherThread();
  return [...left];
}

async function load(db: Database, id: string, now: number): Promise<Known | null> {
  const row = await db.prisma.staffSession.findUnique({
    where: { id },
    include: { user: { include: { division: { select: { path: true } } } } },
  });
  if (!row || row.endedAt || row.expiresAt.getTime() <= now || !row.user.active) return null;
  const { user } = row;
  const viewer: Person = {
    kind: 'person',
    id: user.id,
    displayName: user.displayName,
    role: user.role,
    scope: user.division?.path ?? '',
  };
  return { userId: user.id, viewer, expiresAt: row.expiresAt.getTime(), checkedAt: now };
}

function remember(sessionId: string, known: Known): void {
  sessions.set(sessionId, known);
  dropOldest(sessions);
}

function dropOldest(kept: Map<string, unknown> | Set<string>): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
}
