import { listEffect } from '@/domain/list/list-effect';
import type { RawTransaction } from '@/server/db/transaction';
import { Problem } from '@/server/errors';
import type { DivisionBook } from './division-book';
import type { ListPlan } from './list-plan';
import { changedSince, planBasis } from './plan-basis';
import { planList } from './plan-list';
import type { ListPreview } from './preview-list';

/**
 * The plan as of now, inside the transaction that writes it: the previewed one while nothing it was judged by has
 * changed (log, settings, imports, and whether the list's hour lies ahead), else made again.
 * @throws Problem conflict (`code` preview-stale, `changed` what) when it would now do something else than was seen.
 */
export async function currentPlan(
  tx: RawTransaction,
  book: DivisionBook,
  { prepared, plan }: ListPreview,
  at: number,
): Promise<ListPlan> {
  const changed = changedSince(plan.basis, await planBasis(tx, prepared.authority.id));
  const timed = listEffect(prepared.list.listTime, plan.previous?.effectiveAt ?? null, at);
  if (changed === null && timed.ahead === plan.ahead) return { ...plan, ...timed };
  const again = await planList(tx, book, prepared, at);
  if (again.digest === plan.digest) return again;
  throw new Problem(
    'conflict',
    'What the list is judged by has changed since the preview, and it would now do something else. Look at it again.',
    [],
    { code: 'preview-stale', changed: changed ?? 'areas' },
  );
}
