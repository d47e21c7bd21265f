import type { ServiceContext } from '@/server/service-context';

/** Name of every authority by id: the headquarters itself first, then the publishers of imported lists. */
export async function authorityNames(
  context: Pick<ServiceContext, 'db'>,
): Promise<Map<string, { zh: string; en: string }>> {
  const rows = await context.db.prisma.authority.findMany({ orderBy: [{ own: 'desc' }, { id: 'asc' }] });
  return new Map(rows.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]));
}
