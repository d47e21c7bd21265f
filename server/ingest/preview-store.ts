import { randomUUID } from 'node:crypto';
import { isUuid } from '@/domain/text/input-text';
import type { Viewer } from '@/server/auth/viewer';
import { Problem } from '@/server/errors';
import { processWide } from '@/server/process-wide';
import type { ServiceContext } from '@/server/service-context';
import { boundPreview } from './bound-preview';
import { divisionBook } from './division-book';
import { type ListPreview, previewList } from './preview-list';

type Context = Pick<ServiceContext, 'db' | 'clock'>;

/** A preview as it is kept for whoever asked for it. */
export interface KeptPreview {
  readonly preview: ListPreview;
  /** The part of it that they see. */
  readonly shown: ListPreview;
  /** The held import it was made from. */
  readonly heldId: string | null;
}

/** A worked-out preview takes some 60 MB at the peak: this process keeps the newest few, and makes others again. */
const WORKED_OUT = 4;
const worked = processWide('list-previews', () => new Map<string, KeptPreview & { viewerId: string }>());

/** What stands in the database of previews at most: of one person, of all, and for how long (a session's length). */
const KEPT = { person: 3, all: 40, ms: 12 * 3_600_000 };

/**
 * Keep a preview for the officer who asked for it: the file, and what the officer was shown as a digest. Any process of
 * the deployment can show it again and decide it.
 * @returns the token under which its rows and its apply are asked for.
 */
export async function keepPreview({ db }: Context, viewer: Viewer, kept: KeptPreview): Promise<string> {
  const { prepared, plan } = kept.preview;
  const id = randomUUID();
  await db.prisma.listPreview.create({
    data: {
      ...{ id, viewerId: viewer.id, heldId: kept.heldId, digest: plan.digest, madeAt: new Date() },
      ...{ authorityId: prepared.authority.id, fileName: prepared.fileName },
      // A held list's bytes are kept with it.
      content: kept.heldId === null ? Buffer.from(prepared.bytes) : null,
    },
  });
  await db.pool.query(
    `delete from list_preview using (
       select id, row_number() over (partition by viewer_id order by made_at desc, id) as of_person,
              row_number() over (order by made_at desc, id) as of_all from list_preview) ranked
     where list_preview.id = ranked.id and (of_person > $1 or of_all > $2 or made_at < $3)`,
    [KEPT.person, KEPT.all, new Date(Date.now() - KEPT.ms)],
  );
  remember(id, { ...kept, viewerId: viewer.id });
  return id;
}

/**
 * The preview of this token, worked out again where another process made it.
 * @throws Problem conflict when it is no longer kept or belongs to somebody else (`code` preview-gone), or when it is
 * worked out again and would now do something else than was shown (`code` preview-stale).
 */
export async function keptPreview(context: Context, viewer: Viewer, token: string): Promise<KeptPreview> {
  const known = worked.get(token);
  if (known?.viewerId === viewer.id) return known;
  const row = isUuid(token)
    ? await context.db.prisma.listPreview.findFirst({
        where: { id: token, viewerId: viewer.id },
        include: { held: { include: { file: true } } },
      })
    : null;
  const bytes = row?.content ?? row?.held?.file?.content;
  if (!row || !bytes) {
    throw new Problem('conflict', 'This preview is no longer kept; offer the file again.', [], {
      code: 'preview-gone',
    });
  }
  const { fileName, authorityId: authority, heldId } = row;
  const preview = await previewList(context, viewer, { bytes, fileName, authority });
  if (preview.plan.digest !== row.digest) {
    throw new Problem(
      'conflict',
      'What the list is judged by has changed since the preview, and it would now do something else. Look at it again.',
      [],
      { code: 'preview-stale', changed: 'areas' },
    );
  }
  const shown = boundPreview(await divisionBook(context.db), viewer, preview);
  const kept = { preview, shown, heldId };
  remember(token, { ...kept, viewerId: viewer.id });
  return kept;
}

/** Let a preview go once it was decided. */
export async function dropPreview({ db }: Context, token: string): Promise<void> {
  worked.delete(token);
  await db.prisma.listPreview.deleteMany({ where: { id: token } });
}

function remember(token: string, kept: KeptPreview & { viewerId: string }): void {
  worked.set(token, kept);
  for (const oldest of worked.keys()) {
    if (worked.size <= WORKED_OUT) break;
    worked.delete(oldest);
  }
}
