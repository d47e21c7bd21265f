import { readHold } from '@/domain/list/hold-reason';
import type { ImportRecord } from '@/domain/list/preview';
import { sayStoredHold } from '@/domain/list/say-hold';
import { actorNames } from '@/server/areas/actor-names';
import type { Viewer } from '@/server/auth/viewer';
import type { ServiceContext } from '@/server/service-context';
import type { StoredSummary } from './last-applied';
import { assertMayImport } from './preview-list';

const SHOWN = 50;

/**
 * The imports, those that wait for a decision first, then the newest; at most 50, with how many there are in all. They
 * say how many places a list changed, never which.
 * @throws Problem not-found for roles that may not import.
 */
export async function listImports(
  context: Pick<ServiceContext, 'db'>,
  viewer: Viewer,
): Promise<{ total: number; imports: ImportRecord[] }> {
  assertMayImport(viewer);
  const { prisma } = context.db;
  const include = { authority: true };
  const [total, waiting, decided] = await Promise.all([
    prisma.listImport.count(),
    prisma.listImport.findMany({
      where: { status: 'HELD' },
      orderBy: { receivedAt: 'desc' },
      take: SHOWN,
      include,
    }),
    prisma.listImport.findMany({
      where: { status: { not: 'HELD' } },
      orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
      take: SHOWN,
      include,
    }),
  ]);
  const rows = [...waiting, ...decided].slice(0, SHOWN);
  const names = await actorNames(
    prisma,
    rows.flatMap((row) => [row.actorId, row.decidedBy ?? '']),
  );
  const imports = rows.map((row): ImportRecord => {
    const summary = row.summary as unknown as StoredSummary;
    return {
      id: row.id,
      status: row.status,
      authority: { zh: row.authority.nameZh, en: row.authority.nameEn },
      fileName: row.fileName,
      listTime: row.listTime.getTime(),
      receivedAt: row.receivedAt.getTime(),
      receivedBy: names.get(row.actorId) ?? null,
      decidedAt: row.decidedAt?.getTime() ?? null,
      decidedBy: names.get(row.decidedBy ?? '') ?? null,
      reason: row.decideReason,
      counts: summary.counts,
      holds: (summary.holds ?? []).map((stored) => {
        const hold = readHold(stored);
        return { code: hold.code, text: viewer.scope === '' ? sayStoredHold(hold) : null };
      }),
    };
  });
  return { total, imports };
}
