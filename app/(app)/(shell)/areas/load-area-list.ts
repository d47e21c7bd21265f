import { getLocale } from 'next-intl/server';
import type { AreaRow } from '@/components/area-list/area-row';
import { type ListQuery, readListQuery } from '@/components/area-list/list-query';
import type { DivisionOption } from '@/components/division/division-option';
import { authorityNames } from '@/server/areas/authority-names';
import { divisionPaths } from '@/server/areas/division-path';
import { listAreas } from '@/server/areas/list-areas';
import type { Viewer } from '@/server/auth/viewer';
import type { Runtime } from '@/server/runtime';

const PAGE_SIZE = 100;

/** One page of the list and what its filter needs. */
export interface AreaListData {
  query: ListQuery;
  /** Parameters of the address that say nothing known. */
  unknown: string[];
  at: number;
  /** Areas that pass the filter. */
  total: number;
  pageSize: number;
  rows: readonly AreaRow[];
  division: DivisionOption | null;
  authorities: { id: string; name: string }[];
  /** Nothing stands in the viewer's reach at all. */
  empty: boolean;
}

/** Read the address and load its page of standing areas. */
export async function loadAreaList(
  rt: Runtime,
  viewer: Viewer,
  params: URLSearchParams,
): Promise<AreaListData> {
  const { query, unknown } = readListQuery(params);
  const { page, ...filter } = query;
  const [found, names, locale, paths] = await Promise.all([
    listAreas(rt, viewer, { ...filter, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
    authorityNames(rt),
    getLocale(),
    divisionPaths(rt.db.prisma, query.division ? [query.division] : []),
  ]);
  const place = query.division ? paths.get(query.division) : undefined;
  if (query.division && !place) unknown.push(`division=${query.division}`);
  const above = place?.steps
    .slice(0, -1)
    .map((step) => step.name)
    .join(' ');
  return {
    query,
    unknown,
    at: found.at,
    total: found.total,
    pageSize: PAGE_SIZE,
    rows: found.areas,
    division: place ? { code: place.code, name: place.name, above: above ?? '' } : null,
    authorities: [...names].map(([id, name]) => ({ id, name: locale === 'en' ? name.en : name.zh })),
    empty: found.total === 0 && (await listAreas(rt, viewer, { limit: 1 })).total === 0,
  };
}
