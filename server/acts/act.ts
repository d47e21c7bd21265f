import type { z } from 'zod';
import { may } from '@/domain/access/capabilities';
import type { AuditLine } from '@/domain/record/audit-line';
import type { ChangeEvent } from '@/domain/record/change-event';
import type { Viewer } from '@/server/auth/viewer';
import { type Recorded, type TransactionKind, type TransactionOf, transact } from '@/server/db/transact';
import { notFound } from '@/server/errors';
import { parseInput } from '@/server/parse-input';
import type { ServiceContext } from '@/server/service-context';
import { type Sending, sentOnce } from './sent-once';
import type { Verb } from './verb';

/**
 * Do one thing: check that the actor holds the capability and that the input is right, run the verb in a transaction of
 * its kind, append its log and audit lines in that same transaction, and ask for what follows once it is committed.
 * @param key an id the sender makes once for what it sends: sent again, the first answer is given again and nothing is
 *   done twice; another input under the same key is refused. Verbs about accounts, keys and sessions take none: what they
 *   are told and answer may be secret, and a sending is kept.
 * @returns what the verb results in.
 * @throws Problem not-found (`on`) without the capability; invalid-input naming fields; whatever the verb throws; conflict
 *   or temporarily-unavailable where only the database can refuse. Then nothing is stored.
 */
export async function act<S extends z.ZodType, R, K extends TransactionKind, P>(
  world: ServiceContext,
  actor: Viewer,
  verb: Verb<S, R, K, P>,
  input: z.input<S>,
  key?: K extends 'audit' ? never : string,
): Promise<R> {
  const ready = await prepared(world, actor, verb, input);
  const sending =
    key === undefined ? null : { key: key as string, actorId: actor.id, verb: verb.name, input: ready.input };
  const result = await transact(world, verb.kind, actor.id, (tx, at) =>
    sentOnce(tx, at, sending, () => ready.run(tx, at)),
  );
  await ready.follow(result);
  return result;
}

/** Does one more thing in the same transaction; it sees what those before it did. */
export type Doing<K extends TransactionKind> = <S extends z.ZodType, R, V extends TransactionKind, P>(
  verb: TransactionOf[K] extends TransactionOf[V] ? Verb<S, R, V, P> : never,
  input: z.input<S>,
) => Promise<R>;

/**
 * Do several things as one act: all of them or none, at one recorded instant, their lines in the order in which they were
 * done. Which things, and on what they depend, is plain code in `work`, which may be run again from its beginning.
 * @param kind the transaction for all of them; `recording` takes every verb.
 * @param sending an id the sender makes once for the whole, its name and what was sent, as `key` of `act`.
 */
export async function actTogether<K extends TransactionKind, R>(
  world: ServiceContext,
  actor: Viewer,
  kind: K,
  work: (done: Doing<K>) => Promise<R>,
  sending: Omit<Sending, 'actorId'> | null = null,
): Promise<R> {
  let follow: (() => Promise<void>)[] = [];
  const result = await transact(world, kind, actor.id, (tx, at) => {
    follow = [];
    const changes: ChangeEvent[] = [];
    const audit: AuditLine[] = [];
    const doing: Doing<K> = async (verb, input) => {
      const ready = await prepared(world, actor, verb, input);
      // The kind was compared in the type of `Doing`.
      const done = await ready.run(tx as never, at);
      changes.push(...done.changes);
      audit.push(...done.audit);
      follow.push(() => ready.follow(done.result));
      return done.result;
    };
    const whole = async () => ({ result: await work(doing), changes, audit });
    return sentOnce(tx, at, sending && { ...sending, actorId: actor.id }, whole);
  });
  for (const one of follow) await one();
  return result;
}

interface Ready<S extends z.ZodType, R, K extends TransactionKind> {
  readonly input: z.output<S>;
  run(tx: TransactionOf[K], at: number): Promise<Recorded<R>>;
  follow(result: R): Promise<void>;
}

async function prepared<S extends z.ZodType, R, K extends TransactionKind, P>(
  world: ServiceContext,
  actor: Viewer,
  verb: Verb<S, R, K, P>,
  given: z.input<S>,
): Promise<Ready<S, R, K>> {
  if (!may(actor, verb.capability)) throw notFound(verb.on);
  const input = parseInput(verb.schema, given);
  // A verb without `prepare` says so in its type: `P` is undefined then.
  const made = (await verb.prepare?.(world, actor, input)) as P;
  return {
    input,
    run: (tx, at) => verb.run(tx, actor, at, input, { drill: world.clock.drill, prepared: made }),
    follow: async (result) => {
      await verb.committed?.(world, input, result);
      if (verb.downgrade !== undefined) await world.downgrade.request(verb.downgrade);
    },
  };
}
