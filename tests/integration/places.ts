import type { Database } from '@/server/db/connect';
import { loadReference } from '@/server/start/load-reference';

/** A handful of real divisions and the headquarters' authority, enough for the services. */
export async function placeDivisions(db: Database): Promise<void> {
  const rows = [
    ['370000', 'PROVINCE', null, '370000/', '山东省'],
    ['370700', 'PREFECTURE', '370000', '370000/370700/', '潍坊市'],
    ['370703', 'COUNTY', '370700', '370000/370700/370703/', '寒亭区'],
    ['370705', 'COUNTY', '370700', '370000/370700/370705/', '奎文区'],
    ['150000', 'PROVINCE', null, '150000/', '内蒙古自治区'],
    ['150100', 'PREFECTURE', '150000', '150000/150100/', '呼和浩特市'],
    ['150102', 'COUNTY', '150100', '150000/150100/150102/', '新城区'],
  ] as const;
  for (const [code, kind, parentCode, path, name] of rows) {
    const names = {
      name,
      shortName: name,
      aliases: [],
      pinyin: '',
      initials: '',
      successors: [],
      overlaps: [],
    };
    await db.prisma.division.create({ data: { code, kind, parentCode, path, ...names } });
  }
  await loadReference(db);
}
