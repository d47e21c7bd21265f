import { z } from 'zod';
import type { AuditLine } from '@/domain/record/audit-line';
import { act } from '@/server/acts/act';
import { verb } from '@/server/acts/verb';
import { type Clock, systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { peopleAt } from '@/server/service-context';
import { soon } from '@/server/soon';
import { forgetSessions, leaveSession } from './session';
import { inTheNameOf } from './viewer';

/** How long a person who leaves waits for a database that hangs. */
const PATIENCE_MS = 3_000;

/**
 * End a session for good; its token is worth nothing from now on. An ended or unknown one stays as it is.
 * @throws when the database does not take it within 3 seconds. In this process the session has ended all the same; in
 *   others it is good until it expires.
 */
export async function signOut(db: Database, sessionId: string, clock: Clock = systemClock): Promise<void> {
  try {
    await soon(endSession(db, sessionId, clock), PATIENCE_MS);
  } catch (error) {
    leaveSession(sessionId);
    throw error;
  } finally {
    forgetSessions({ sessionId });
  }
}

async function endSession(db: Database, sessionId: string, clock: Clock): Promise<void> {
  const session = await db.prisma.staffSession.findUnique({ where: { id: sessionId } });
  if (!session || session.endedAt) return;
  await act(peopleAt(db, clock), inTheNameOf(session.userId), endOwnSession, { sessionId });
}

const endOwnSession = verb({
  name: 'sign-out',
  capability: 'system-record',
  on: 'A session',
  schema: z.object({ sessionId: z.string() }),
  kind: 'audit',
  run: async (tx, { id: entityId }, at, { sessionId }) => {
    await tx.staffSession.update({ where: { id: sessionId }, data: { endedAt: new Date(at) } });
    const audit: AuditLine = { action: 'SIGNED_OUT', entity: 'account', entityId, reason: 'By the person' };
    return { result: null, changes: [], audit: [audit] };
  },
});
