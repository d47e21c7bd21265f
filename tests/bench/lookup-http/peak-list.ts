import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '@/server/db/connect';

const PLACES = 42_965;

/** The national list of 2 December 2022, 11:00, where the real lists are at hand; else one of its size, made up. */
export async function peakList(db: Database): Promise<{ name: string; bytes: Uint8Array }> {
  const folder = path.join(process.env.REAL_DATA_DIR ?? path.resolve('../shared/data'), 'national');
  const file = existsSync(folder) && readdirSync(folder).find((name) => name.startsWith('2022120211-'));
  if (file)
    return { name: 'the real list of 2022-12-02 11:00', bytes: readFileSync(path.join(folder, file)) };
  return { name: `a made-up list of ${PLACES} places`, bytes: await madeUp(db) };
}

async function madeUp(db: Database): Promise<Uint8Array> {
  const { rows } = await db.pool.query<{ province: string; city: string; county: string; names: string[] }>(
    `select province.name as province, city.name as city, county.name as county,
            array_agg(community.name order by community.code) as names
     from division county
     join division city on city.code = county.parent_code
     join division province on province.code = city.parent_code
     join division street on street.parent_code = county.code
     join division community on community.parent_code = street.code
     where county.kind = 'COUNTY' group by county.code, 1, 2, 3 order by county.code`,
  );
  const each = Math.ceil(PLACES / rows.length);
  let left = PLACES;
  const highlist = rows.map(({ province, city, county, names }) => {
    const communitys = Array.from({ length: Math.min(each, left) }, (_, n) => {
      const community = names[n % names.length] ?? county;
      return `${community}${Math.floor(n / names.length) + 1}号楼${(n % 4) + 1}单元`;
    });
    left -= communitys.length;
    return { type: '2', province, city, county, area_name: `${province} ${city} ${county}`, communitys };
  });
  const data = { end_update_time: '2022-12-02 11时', hcount: PLACES, mcount: 0, highlist, middlelist: [] };
  return new TextEncoder().encode(JSON.stringify({ data, code: 0, msg: '' }));
}
