import { uuidv7 } from 'uuidv7';
import { type Clock, systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { transactAudited } from '@/server/db/transact';
import { parseInput } from '@/server/parse-input';
import { type KeyInput, keyInput } from './key-scopes';
import { keyHash, newKeySecret } from './key-secret';
import { forgetKeys } from './verify-key';
import { assertMay, type Viewer } from './viewer';

/**
 * Make a bearer key for a consuming system. A key reads the whole nation, so only nation-wide administrators make one.
 * @returns the key's id and its secret, which is shown this once and cannot be had again.
 * @throws Problem invalid-input (fields named), not-found (not allowed).
 */
export async function createKey(
  db: Database,
  viewer: Viewer,
  input: KeyInput,
  clock: Clock = systemClock,
): Promise<{ id: string; secret: string }> {
  assertMay(viewer, 'administer', null, 'The list of keys');
  const { name, scopes } = parseInput(keyInput, input);
  const id = uuidv7();
  const secret = newKeySecret();
  await transactAudited(db, clock, viewer.id, async (tx, at) => {
    await tx.apiKey.create({ data: { id, name, scopes, keyHash: keyHash(secret), createdAt: new Date(at) } });
    const audit = { action: 'KEY_CREATED', entity: 'api-key', entityId: id, reason: name };
    return { result: null, audit: [{ ...audit, after: { name, scopes } }] };
  });
  forgetKeys();
  return { id, secret };
}
