import type { Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';

/**
 * The code and name of the division a person works for: their own, else the headquarters' home division.
 * @returns null for a nation-wide person of a deployment without a home division.
 */
export async function jurisdiction(
  db: Database,
  viewer: Viewer,
): Promise<{ code: string; name: string } | null> {
  const own = viewer.scope.split('/').filter(Boolean).at(-1);
  const code = own ?? (await homeDivision(db));
  if (!code) return null;
  return db.prisma.division.findUnique({ where: { code }, select: { code: true, name: true } });
}

async function homeDivision(db: Database): Promise<string | null> {
  const setting = await db.prisma.setting.findUnique({ where: { key: 'home.division' } });
  return typeof setting?.value === 'string' ? setting.value : null;
}
