import type { DivisionCode } from '@/domain/division/types';
import type { Transaction } from '@/server/db/transaction';

/** A division with everything above it, province first. `path` is the stored prefix form `370000/370700/…/`. */
export interface PlacedDivision {
  readonly code: DivisionCode;
  readonly name: string;
  readonly path: string;
  readonly steps: readonly { readonly code: DivisionCode; readonly name: string }[];
}

type Reader = Pick<Transaction, '$queryRaw'>;

/** The divisions with these codes and their full paths. Codes that do not exist are left out. */
export async function divisionPaths(
  reader: Reader,
  codes: readonly string[],
): Promise<Map<string, PlacedDivision>> {
  const wanted = [...new Set(codes)];
  if (wanted.length === 0) return new Map();
  const rows = await reader.$queryRaw<{ code: DivisionCode; name: string; path: string; names: string[] }[]>`
    select d.code, d.name, d.path,
           (select array_agg(up.name order by step.ordinality)
            from unnest(string_to_array(rtrim(d.path, '/'), '/')) with ordinality as step(code, ordinality)
            join division up on up.code = step.code) as names
    from division d where d.code = any(${wanted})`;
  return new Map(
    rows.map((row) => {
      const codesOnPath = row.path.split('/').filter(Boolean) as DivisionCode[];
      const steps = codesOnPath.map((code, index) => ({ code, name: row.names[index] ?? code }));
      return [row.code, { code: row.code, name: row.name, path: row.path, steps }];
    }),
  );
}
