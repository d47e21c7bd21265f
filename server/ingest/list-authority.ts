import type { Database } from '@/server/db/connect';
import { Problem } from '@/server/errors';

/** A publisher whose lists are imported. Its areas follow its lists, never our rule. */
export interface ListAuthority {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** The national list, as the query service of the State Council published it. */
export const NATIONAL_AUTHORITY: ListAuthority = {
  id: 'national',
  nameZh: '国务院联防联控机制名单',
  nameEn: 'National risk list',
};

/**
 * The authority of this id; the national one is made when it is first needed.
 * @throws Problem invalid-input when there is none, or it is the headquarters itself.
 */
export async function listAuthority(db: Database, id: string): Promise<ListAuthority> {
  if (id === NATIONAL_AUTHORITY.id) {
    await db.prisma.authority.createMany({
      data: { ...NATIONAL_AUTHORITY, own: false },
      skipDuplicates: true,
    });
    return NATIONAL_AUTHORITY;
  }
  const found = await db.prisma.authority.findUnique({ where: { id } });
  if (!found || found.own) {
    const reason = 'no authority that publishes lists';
    throw new Problem('invalid-input', `“${id}” is ${reason}.`, [{ pointer: '/authority', reason }]);
  }
  return { id: found.id, nameZh: found.nameZh, nameEn: found.nameEn };
}
