import type { Viewer } from '@/server/auth/viewer';
import { notFound } from '@/server/errors';
import { isUuid } from '@/server/input-text';
import type { ServiceContext } from '@/server/service-context';
import { assertMayImport, type ListPreview, previewList } from './preview-list';

/**
 * The dry run of a list that is held, against the state as it is now.
 * @throws Problem not-found when no list of this id waits for a decision, or for other roles.
 */
export async function previewHeldList(
  context: Pick<ServiceContext, 'db' | 'clock'>,
  viewer: Viewer,
  importId: string,
): Promise<ListPreview> {
  assertMayImport(viewer);
  const held = isUuid(importId)
    ? await context.db.prisma.listImport.findFirst({
        where: { id: importId, status: 'HELD' },
        include: { file: true },
      })
    : null;
  if (!held?.file) throw notFound('A held list of this id');
  const { authorityId: authority, fileName } = held;
  return previewList(context, viewer, { bytes: held.file.content, fileName, authority });
}
