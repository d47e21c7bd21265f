import type { RawTransaction } from '@/server/db/transaction';
import { Problem } from '@/server/errors';

/** Where an import stands: who offered it, and who decided it when and why. */
export interface ImportState {
  readonly id: string;
  readonly status: 'HELD' | 'APPLIED' | 'REJECTED';
  readonly actorId: string;
  readonly decidedBy: string | null;
  /** As people call them; null where the system itself decided, or nobody yet. */
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decideReason: string | null;
}

/** Lock an import for the rest of the transaction, so that no one else decides it. @returns null when there is none. */
export async function lockImport(
  tx: Pick<RawTransaction, '$queryRaw'>,
  id: string,
): Promise<ImportState | null> {
  const [row] = await tx.$queryRaw<ImportState[]>`
    select i.id, i.status::text as status, i.actor_id as "actorId", i.decided_by as "decidedBy",
           u.display_name as "decidedByName", i.decided_at as "decidedAt", i.decide_reason as "decideReason"
    from list_import i left join user_account u on u.id::text = i.decided_by
    where i.id = ${id}::uuid for update of i`;
  return row ?? null;
}

/** The refusal of a decision that comes too late: what was decided, by whom and when, beside what was asked. */
export function decidedAlready(state: ImportState, asked: 'APPLIED' | 'REJECTED'): Problem {
  const who = state.decidedByName ?? state.decidedBy ?? '';
  const when = state.decidedAt?.toISOString() ?? '';
  const reason = state.decideReason ?? '';
  const word = { HELD: 'held', APPLIED: 'applied', REJECTED: 'set aside' };
  return new Problem(
    'conflict',
    `${who} has ${word[state.status]} this list at ${when} (${reason}). It was to be ${word[asked]}; nothing was changed.`,
    [],
    { code: 'decided-already', stands: state.status, asked, decidedBy: who, decidedAt: when, reason },
  );
}
