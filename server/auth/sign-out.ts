import { type Clock, systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { transactNow } from '@/server/db/transact';
import { forgetSessions } from './session';

/** End a session for good; its token is worth nothing from now on. An ended or unknown one stays as it is. */
export async function signOut(db: Database, sessionId: string, clock: Clock = systemClock): Promise<void> {
  const session = await db.prisma.staffSession.findUnique({ where: { id: sessionId } });
  if (session && !session.endedAt) {
    await transactNow(db, clock, session.userId, async (tx, at) => {
      await tx.staffSession.update({ where: { id: sessionId }, data: { endedAt: new Date(at) } });
      const entityId = session.userId;
      return {
        result: null,
        changes: [],
        audit: [{ action: 'SIGNED_OUT', entity: 'account', entityId, reason: 'By the person' }],
      };
    });
  }
  forgetSessions({ sessionId });
}
