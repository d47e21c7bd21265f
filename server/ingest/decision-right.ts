import type { DecisionRight } from '@/domain/list/preview';
import type { Viewer } from '@/server/auth/viewer';
import type { ServiceContext } from '@/server/service-context';
import { divisionBook } from './division-book';
import { listGround, mayDecide } from './list-reach';
import type { ListPreview } from './preview-list';

const NAMED = 5;

/**
 * Who may decide a list.
 * @param heldId the held import it was made from; null for a file the viewer offers.
 */
export async function decisionRight(
  context: Pick<ServiceContext, 'db'>,
  viewer: Viewer,
  preview: ListPreview,
  heldId: string | null,
): Promise<DecisionRight> {
  const { prisma } = context.db;
  const ground = listGround(await divisionBook(context.db), preview);
  const held = heldId === null ? null : await prisma.listImport.findUnique({ where: { id: heldId } });
  const capability = held === null ? 'import-apply' : 'list-confirm';
  const offeredBy = held?.actorId ?? viewer.id;
  const people = await prisma.userAccount.findMany({
    where: { active: true },
    select: { id: true, displayName: true, role: true, division: { select: { path: true } } },
    orderBy: { name: 'asc' },
  });
  const others = people.filter(
    ({ id, role, division }) =>
      id !== viewer.id &&
      id !== offeredBy &&
      mayDecide({ kind: 'person', role, scope: division?.path ?? '' }, capability, ground),
  );
  const reach = mayDecide(viewer, capability, ground);
  const offered = held !== null && offeredBy === viewer.id;
  return {
    decide: reach && !offered,
    reject: mayDecide(viewer, 'list-reject', ground),
    why: !reach ? 'OUT_OF_REACH' : offered ? 'OFFERED' : null,
    others: others.slice(0, NAMED).map(({ displayName }) => displayName),
  };
}
