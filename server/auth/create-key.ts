import { uuidv7 } from 'uuidv7';
import { createKeyInput } from '@/domain/acts/key';
import { verb } from '@/server/acts/verb';
import { keyHash, newKeySecret } from './key-secret';
import { forgetKeys } from './verify-key';

/**
 * Make a bearer key for a consuming system. A key reads the whole nation, so only nation-wide administrators make one.
 * @returns the key's id and its secret, which is shown this once and cannot be had again.
 * @throws Problem invalid-input (fields named), not-found (not allowed).
 */
export const createKey = verb({
  name: 'create-key',
  capability: 'key-manage',
  on: 'The list of keys',
  schema: createKeyInput,
  kind: 'audit',
  run: async (tx, _actor, at, { name, scopes }) => {
    const id = uuidv7();
    const secret = newKeySecret();
    await tx.apiKey.create({ data: { id, name, scopes, keyHash: keyHash(secret), createdAt: new Date(at) } });
    const audit = { action: 'KEY_CREATED', entity: 'api-key', entityId: id, reason: name } as const;
    return { result: { id, secret }, changes: [], audit: [{ ...audit, after: { name, scopes } }] };
  },
  committed: () => forgetKeys(),
});
