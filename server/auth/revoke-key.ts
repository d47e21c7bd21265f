import { revokeKeyInput } from '@/domain/acts/key';
import type { AuditLine } from '@/domain/record/audit-line';
import { isUuid } from '@/domain/text/input-text';
import { verb } from '@/server/acts/verb';
import { notFound } from '@/server/errors';
import { forgetKeys } from './verify-key';

/**
 * Make a key worthless. Revoking it twice is the same as once.
 * @throws Problem invalid-input without a reason; not-found when there is no such key or the viewer may not administer keys.
 */
export const revokeKey = verb({
  name: 'revoke-key',
  capability: 'key-manage',
  on: 'This key',
  schema: revokeKeyInput,
  kind: 'audit',
  run: async (tx, _actor, at, { id, reason }) => {
    const key = isUuid(id) ? await tx.apiKey.findUnique({ where: { id } }) : null;
    if (!key) throw notFound('This key');
    if (key.revokedAt) return { result: null, changes: [], audit: [] };
    await tx.apiKey.update({ where: { id }, data: { revokedAt: new Date(at) } });
    const audit: AuditLine = { action: 'KEY_REVOKED', entity: 'api-key', entityId: id, reason };
    return { result: null, changes: [], audit: [audit] };
  },
  committed: () => forgetKeys(),
});
