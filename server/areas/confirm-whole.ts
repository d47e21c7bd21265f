import type { AreaKind } from '@/domain/area/types';
import type { Transaction } from '@/server/db/transaction';
import { Problem } from '@/server/errors';
import type { PlacedDivision } from './division-path';

/** A county, zone, prefecture or province that one designation would cover, and what lies inside it. */
interface WholeGround {
  readonly code: string;
  readonly name: string;
  readonly counties: number;
  readonly streets: number;
  readonly communities: number;
  /** High- and medium-risk areas that stand inside. */
  readonly areas: number;
}

interface Asked {
  readonly division: PlacedDivision;
  readonly name: string;
  readonly kind: AreaKind;
  readonly confirmedWhole: boolean;
  /** Epoch ms. */
  readonly at: number;
}

/** Words that make a name the whole of what it names: 寒亭区全域, 全市. */
const ALL_OF_IT = /(?:全域|全境|全部|整体)$|^全[省市区县旗盟州]$/;

/**
 * An area that is a whole county or more is designated only when that is confirmed: one word in the wrong box would put
 * hundreds of communities under the rules of a building (不得随意扩大).
 * @returns the ground that was confirmed, for the audit trail; null for an area that is no whole county.
 * @throws Problem invalid-input at `/confirmedWhole` with the figures.
 */
export async function confirmWhole(tx: Transaction, asked: Asked): Promise<WholeGround | null> {
  const ground = await wholeGround(tx, asked);
  if (!ground || asked.confirmedWhole) return ground;
  const { code, name, counties, streets, communities, areas } = ground;
  throw new Problem(
    'invalid-input',
    `This would designate the whole of ${name}: ${counties} counties, ${streets} streets and towns, ${communities} communities and villages; ${areas} areas stand inside. Confirm that the whole is meant.`,
    [{ pointer: '/confirmedWhole', reason: `not confirmed for the whole of ${name}` }],
    {
      ...{ whole: code, name, counties: String(counties), streets: String(streets) },
      ...{ communities: String(communities), areas: String(areas) },
    },
  );
}

async function wholeGround(
  tx: Transaction,
  { division, name, kind, at }: Asked,
): Promise<WholeGround | null> {
  const named = nameBelow(division, name);
  const [found] = await tx.$queryRaw<{ code: string; name: string; path: string }[]>`
    select code, name, path from division
    where path collate "C" like ${division.path} || '%' and kind in ('PROVINCE', 'PREFECTURE', 'COUNTY', 'FUNCTIONAL_ZONE')
      and (name = ${named} or short_name = ${named} or ${named} = any(aliases)
           or (code = ${division.code} and (${named} = '' or ${kind} = 'COUNTY')))
    order by (name = ${named}) desc, length(path) limit 1`;
  if (!found) return null;
  const [figures] = await tx.$queryRaw<Omit<WholeGround, 'code' | 'name'>[]>`
    select count(*) filter (where kind = 'COUNTY')::int as counties,
           count(*) filter (where kind = 'STREET')::int as streets,
           count(*) filter (where kind = 'COMMUNITY')::int as communities,
           (select count(distinct a.id)::int
            from designation d join area a on a.id = d.area_id join division place on place.code = a.division_code
            where place.path collate "C" like ${found.path} || '%' and d.recorded_to is null
              and d.level <> 'LOW' and d.valid_from <= ${new Date(at)}
              and (d.valid_to is null or d.valid_to > ${new Date(at)})) as areas
    from division
    where path collate "C" like ${found.path} || '%' and (valid_to is null or valid_to > ${new Date(at)})`;
  const { counties = 0, streets = 0, communities = 0, areas = 0 } = figures ?? {};
  return { code: found.code, name: found.name, counties, streets, communities, areas };
}

/** What the name adds below the division: '' when it is the division itself, 寒亭区 for 潍坊市寒亭区全域 in 潍坊市. */
function nameBelow(division: PlacedDivision, written: string): string {
  let name = written.normalize('NFKC').replaceAll(/\s+/g, '').replace(ALL_OF_IT, '');
  for (const step of division.steps) {
    if (name.startsWith(step.name)) name = name.slice(step.name.length);
  }
  return name;
}
