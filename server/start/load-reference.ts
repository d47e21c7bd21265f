import { OWN_AUTHORITY } from '@/server/areas/own-authority';
import type { Database } from '@/server/db/connect';

/** Rows every deployment needs before the first request. Safe to run again. */
export async function loadReference(db: Database): Promise<void> {
  const { id, ...names } = OWN_AUTHORITY;
  await db.prisma.authority.upsert({ where: { id }, create: { id, ...names }, update: {} });
}
