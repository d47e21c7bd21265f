import type { Database } from '@/server/db/connect';
import { assertMay, type Viewer } from './viewer';

/** A key as administrators see it; the secret is not kept. Instants are epoch ms. */
export interface ListedKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: number;
  readonly revokedAt: number | null;
}

/** All keys, those in force first, newest first. @throws Problem not-found unless a nation-wide administrator asks. */
export async function listKeys(db: Database, viewer: Viewer): Promise<ListedKey[]> {
  assertMay(viewer, 'key-manage', null, 'The list of keys');
  const rows = await db.prisma.apiKey.findMany({
    orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.createdAt.getTime(),
    revokedAt: row.revokedAt?.getTime() ?? null,
  }));
}
