import type { Database } from '@/server/db/connect';
import type { Viewer } from './viewer';

/**
 * The divisions an administrator will most likely choose from for an account: those around home and below it, down to
 * the county; of the whole nation the provinces and prefectures. Any other within reach can still be given by code.
 * @param home code of the home division, or null.
 */
export async function offeredDivisions(
  db: Database,
  viewer: Viewer,
  home: string | null,
): Promise<{ code: string; name: string }[]> {
  const row = home ? await db.prisma.division.findUnique({ where: { code: home } }) : null;
  const nation = { kind: { in: ['PROVINCE' as const, 'PREFECTURE' as const] } };
  const around = row && {
    OR: [
      { code: { in: row.path.split('/').filter(Boolean) } },
      {
        path: { startsWith: row.path },
        kind: { in: ['PREFECTURE' as const, 'COUNTY' as const, 'FUNCTIONAL_ZONE' as const] },
      },
    ],
  };
  return db.prisma.division.findMany({
    where: { AND: [{ path: { startsWith: viewer.scope } }, around ?? nation] },
    orderBy: { code: 'asc' },
    select: { code: true, name: true },
    take: 500,
  });
}
