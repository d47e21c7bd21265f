import type { z } from 'zod';
import type { Capability } from '@/domain/access/capabilities';
import type { Viewer } from '@/server/auth/viewer';
import type { Recorded, TransactionKind, TransactionOf } from '@/server/db/transact';
import type { ServiceContext } from '@/server/service-context';

/** What a verb may know of the world besides its transaction. */
export interface Given<P> {
  /** Whether the deployment is a drill. */
  readonly drill: boolean;
  /** What `prepare` made. */
  readonly prepared: P;
}

/**
 * One thing that somebody does to what is kept, as a value: `act` runs it, alone or with others in one transaction.
 * It is handed its transaction, who acts and the instant (epoch ms), and hands back its result with the lines that record
 * it; it opens nothing, waits for nothing and tries nothing again.
 */
export interface Verb<S extends z.ZodType, R, K extends TransactionKind = 'recording', P = undefined> {
  /** As logs, idempotency and documentation call it. */
  readonly name: string;
  /** What whoever does it must hold; over which ground `run` asks itself, by `assertMay`. */
  readonly capability: Capability;
  /** What it is done to, as a refusal names it. */
  readonly on: string;
  readonly schema: S;
  /** The kind of transaction it happens in. */
  readonly kind: K;
  /** Work outside the transaction: what is slow, such as a hash, or kept in memory. */
  readonly prepare?: (world: ServiceContext, actor: Viewer, input: z.output<S>) => Promise<P>;
  readonly run: (
    tx: TransactionOf[K],
    actor: Viewer,
    at: number,
    input: z.output<S>,
    given: Given<P>,
  ) => Promise<Recorded<R>>;
  /** Why a downgrade pass is asked for once it is committed; none is where left out. */
  readonly downgrade?: string;
  /** What this process must forget once it is committed. */
  readonly committed?: (world: ServiceContext, input: z.output<S>, result: R) => void | Promise<void>;
}

/** A verb; the types of its parts follow from each other. */
export function verb<S extends z.ZodType, R, K extends TransactionKind, P = undefined>(
  parts: Verb<S, R, K, P>,
): Verb<S, R, K, P> {
  return parts;
}
