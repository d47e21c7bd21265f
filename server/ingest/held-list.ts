import { isUuid } from '@/domain/text/input-text';
import type { Viewer } from '@/server/auth/viewer';
import { notFound } from '@/server/errors';
import type { ServiceContext } from '@/server/service-context';
import { decidedAlready, lockImport } from './import-state';
import { assertMayImport, type ListPreview, previewList } from './preview-list';

/**
 * The dry run of a list that is held, against the state as it is now.
 * @param asked what the viewer wants of it, for the refusal when it is too late.
 * @throws Problem not-found when there is no such list, or for other roles; conflict (`code` decided-already) when it
 * waits no more.
 */
export async function previewHeldList(
  context: Pick<ServiceContext, 'db' | 'clock'>,
  viewer: Viewer,
  importId: string,
  asked: 'APPLIED' | 'REJECTED' = 'APPLIED',
): Promise<ListPreview> {
  assertMayImport(viewer);
  const found = isUuid(importId)
    ? await context.db.prisma.listImport.findUnique({ where: { id: importId }, include: { file: true } })
    : null;
  if (!found?.file) throw notFound('A held list of this id');
  if (found.status !== 'HELD') {
    const state = await lockImport(context.db.prisma, importId);
    throw state ? decidedAlready(state, asked) : notFound('A held list of this id');
  }
  const { authorityId: authority, fileName } = found;
  return previewList(context, viewer, { bytes: found.file.content, fileName, authority });
}
