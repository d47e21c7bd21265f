import { may, type Role } from '@/domain/access/capabilities';
import type { Database } from '@/server/db/connect';
import { notFound } from '@/server/errors';
import type { Viewer } from './viewer';

/** An account as administrators see it. `lastSeenAt` is the start of its latest session, epoch ms. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly divisionCode: string | null;
  readonly divisionName: string | null;
  readonly active: boolean;
  readonly lastSeenAt: number | null;
}

/** The accounts within the administrator's division, active ones first. @throws Problem not-found when not allowed. */
export async function listAccounts(db: Database, viewer: Viewer): Promise<ListedAccount[]> {
  if (!may(viewer, 'account-manage')) throw notFound('The list of accounts');
  const rows = await db.prisma.userAccount.findMany({
    where: viewer.scope === '' ? {} : { division: { path: { startsWith: viewer.scope } } },
    include: {
      division: { select: { name: true } },
      sessions: { orderBy: { createdAt: 'desc' }, take: 1, select: { createdAt: true } },
    },
    orderBy: [{ active: 'desc' }, { name: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    displayName: row.displayName,
    role: row.role,
    divisionCode: row.divisionCode,
    divisionName: row.division?.name ?? null,
    active: row.active,
    lastSeenAt: row.sessions[0]?.createdAt.getTime() ?? null,
  }));
}
