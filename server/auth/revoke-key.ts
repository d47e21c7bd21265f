import { type Clock, systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { transactAudited } from '@/server/db/transact';
import { notFound } from '@/server/errors';
import { isUuid } from '@/server/input-text';
import { checkReason } from './account-input';
import { forgetKeys } from './verify-key';
import { assertMay, type Viewer } from './viewer';

/**
 * Make a key worthless. Revoking it twice is the same as once.
 * @throws Problem invalid-input without a reason; not-found when there is no such key or the viewer may not administer keys.
 */
export async function revokeKey(
  db: Database,
  viewer: Viewer,
  id: string,
  reason: string,
  clock: Clock = systemClock,
): Promise<void> {
  assertMay(viewer, 'administer', null, 'This key');
  const why = checkReason(reason);
  const key = isUuid(id) ? await db.prisma.apiKey.findUnique({ where: { id } }) : null;
  if (!key) throw notFound('This key');
  if (!key.revokedAt) {
    await transactAudited(db, clock, viewer.id, async (tx, at) => {
      await tx.apiKey.update({ where: { id }, data: { revokedAt: new Date(at) } });
      const audit = { action: 'KEY_REVOKED', entity: 'api-key', entityId: id, reason: why };
      return { result: null, audit: [audit] };
    });
  }
  forgetKeys();
}
