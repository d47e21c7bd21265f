import { type Capability, type Holder, may, mayAt } from '@/domain/access/capabilities';
import { notFound, Problem } from '@/server/errors';
import type { DivisionBook } from './division-book';
import type { ListPlan, PreparedList } from './list-plan';

type Seen = {
  readonly prepared: Pick<PreparedList, 'list' | 'places'>;
  readonly plan: Pick<ListPlan, 'diff'>;
};

/** Division paths of all ground a list speaks of; null among them for places that are not located. */
export type ListGround = ReadonlySet<string | null>;

/**
 * The ground a list speaks of: of every place it names, and of every standing one it would change. A list that names
 * nothing would end whatever stands, so it speaks of ground that is not located: of the whole nation.
 */
export function listGround(book: DivisionBook, { prepared, plan }: Seen): ListGround {
  const codes = new Set<string | null>();
  const { entries } = prepared.list;
  for (const entry of entries) codes.add(prepared.places.get(entry)?.code ?? null);
  const { ended, raised, lowered, renamed } = plan.diff;
  for (const { standing } of [...ended, ...raised, ...lowered, ...renamed]) codes.add(standing.divisionCode);
  if (entries.length === 0) codes.add(null);
  return new Set([...codes].map((code) => (code === null ? null : (book.placed(code)?.path ?? null))));
}

/** What somebody may do with a list as a whole. */
export type ListCapability = Extract<Capability, 'import-apply' | 'list-confirm' | 'list-reject'>;

/** Whether somebody may do such a thing with a list that speaks of this ground: all of it must be theirs. */
export function mayDecide(who: Holder, capability: ListCapability, ground: ListGround): boolean {
  return may(who, capability) && [...ground].every((path) => mayAt(who, capability, path));
}

/**
 * Refuse unless the viewer may do such a thing with a list.
 * @throws Problem not-found; `code` out-of-reach when it is the ground that is not theirs.
 */
export function assertReach(viewer: Holder, capability: ListCapability, ground: ListGround): void {
  if (mayDecide(viewer, capability, ground)) return;
  if (!may(viewer, capability)) throw notFound('The import of lists');
  throw new Problem(
    'not-found',
    'This list speaks of places outside your jurisdiction; only an account whose jurisdiction covers them decides it.',
    [],
    { code: 'out-of-reach' },
  );
}
