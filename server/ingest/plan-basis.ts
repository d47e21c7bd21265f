import type { RawTransaction } from '@/server/db/transaction';

/** All that a plan is judged by besides its file, each in a form that differs when it does. */
export interface PlanBasis {
  /** Number of the last line of the change log. */
  readonly log: string;
  /** The settings that imports read. */
  readonly settings: string;
  /** The authority's imports and what became of each. */
  readonly imports: string;
}

/** The basis as it is now. Read it before the rest: what changes meanwhile then makes the plan stale. */
export async function planBasis(
  reader: Pick<RawTransaction, '$queryRaw'>,
  authorityId: string,
): Promise<PlanBasis> {
  const [row] = await reader.$queryRaw<PlanBasis[]>`
    select (select coalesce(max(seq), 0)::text from change_log) as log,
           (select coalesce(json_agg(json_build_array(key, value) order by key), '[]')::text from setting
            where key = 'home.division' or key like 'list.%') as settings,
           (select coalesce(md5(string_agg(id::text || status::text, ',' order by id)), '') from list_import
            where authority_id = ${authorityId}) as imports`;
  if (!row) throw new Error('a select without a table gave no row');
  return row;
}

/** What differs first: a setting, the imports, or the areas. Null when nothing does. */
export function changedSince(seen: PlanBasis, now: PlanBasis): 'settings' | 'imports' | 'areas' | null {
  if (seen.settings !== now.settings) return 'settings';
  if (seen.imports !== now.imports) return 'imports';
  return seen.log === now.log ? null : 'areas';
}
