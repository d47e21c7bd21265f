import { createHash } from 'node:crypto';
import { isUuid } from '@/domain/text/input-text';
import type { Recorded } from '@/server/db/transact';
import type { RawTransaction } from '@/server/db/transaction';
import { Problem } from '@/server/errors';

/** One sending: the id its sender made for it, who sent it, what for, and what was sent. */
export interface Sending {
  readonly key: string;
  readonly actorId: string;
  readonly verb: string;
  readonly input: unknown;
}

/** How long a sending is remembered: nobody sends the same form again after a month. */
const KEPT_MS = 30 * 86_400_000;

/**
 * Do what was sent, unless it was done before: then its first answer is given again. What was done is remembered in the
 * transaction that does it; what was refused is not, and may be sent again, mended.
 * @param sending null where the sender made no id.
 * @throws Problem invalid-input for a key that is no UUID; conflict (`code` sent-otherwise) when the same key came with
 *   another input, for another act or from somebody else.
 */
export async function sentOnce<R>(
  tx: RawTransaction,
  at: number,
  sending: Sending | null,
  work: () => Promise<Recorded<R>>,
): Promise<Recorded<R>> {
  if (sending === null) return work();
  const { key, actorId, verb } = sending;
  if (!isUuid(key)) {
    throw new Problem('invalid-input', '/key: a UUID.', [{ pointer: '/key', reason: 'a UUID' }]);
  }
  const digest = createHash('sha256').update(JSON.stringify(sending.input)).digest('hex');
  await tx.$executeRaw`delete from sending where at < ${new Date(at - KEPT_MS)}`;
  const first = await tx.$executeRaw`
    insert into sending (key, actor_id, verb, digest, at) values (${key}::uuid, ${actorId}, ${verb}, ${digest}, ${new Date(at)})
    on conflict do nothing`;
  if (first === 1) {
    const done = await work();
    const result = JSON.stringify(done.result ?? null);
    await tx.$executeRaw`update sending set result = ${result}::jsonb where key = ${key}::uuid`;
    return done;
  }
  const [before] = await tx.$queryRaw<{ same: boolean; result: R }[]>`
    select actor_id = ${actorId} and verb = ${verb} and digest = ${digest} as same, result
    from sending where key = ${key}::uuid`;
  if (!before?.same) {
    throw new Problem(
      'conflict',
      'This was sent before with another content, and that was done; look at what stands now.',
      [],
      { code: 'sent-otherwise' },
    );
  }
  return { result: before.result, changes: [], audit: [] };
}
