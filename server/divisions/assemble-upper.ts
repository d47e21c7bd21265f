import { listedZones, statisticalZone } from '@/domain/division/functional-zones';
import { type DivisionSeed, makeDivision } from '@/domain/division/make-division';
import type { Division, DivisionKind } from '@/domain/division/types';
import withdrawn from '@/domain/division/withdrawn.json';
import type { CodeAndName } from './read-rows';

/** The raw tables, each row `[code, name]`. */
export interface UpperTables {
  readonly provinces: readonly CodeAndName[];
  readonly prefectures: readonly CodeAndName[];
  readonly counties: readonly CodeAndName[];
  readonly streets: readonly CodeAndName[];
  /** County codes in force (2024). */
  readonly current: readonly CodeAndName[];
}

/** Rows that exist only to fill a level: 市辖区, 县, 省直辖县级行政区划, 海棠区直辖村级区划. */
const DUMMY = /^(?:市辖区|县|(?:省|自治区)直辖县级行政区划|.*区?直辖村级区划)$/;
/** Codes that appear in the 2024 table but not yet in the statistical one, with their first day where known. */
const FOUNDED: Readonly<Record<string, string>> = { '653228': '2024-12-27', '653229': '2024-12-27' };

/**
 * Joins the tables into one tree: dummy rows are lifted (Beijing's districts hang under 110000, 济源 under 410000),
 * streets of a prefecture without counties (东莞, 中山, 儋州, 嘉峪关) hang under the prefecture, county-like statistical codes
 * unknown to GB/T 2260 become functional zones, listed zones and withdrawn codes are added.
 * @returns divisions, parents before children, no code twice
 */
export function assembleUpperDivisions(tables: UpperTables): Division[] {
  const found = new Map<string, Division>();
  const current = new Map(tables.current);

  const add = (
    code: string,
    kind: DivisionKind,
    parent: string | null,
    name: string,
    more?: Partial<DivisionSeed>,
  ) =>
    found.set(
      code,
      makeDivision({ ...more, code, kind, parent, name, parentName: found.get(parent ?? '')?.name ?? '' }),
    );
  const prefectureOrProvince = (code: string): string =>
    found.has(`${code.slice(0, 4)}00`) ? `${code.slice(0, 4)}00` : `${code.slice(0, 2)}0000`;

  for (const [code, name] of tables.provinces) add(`${code}0000`, 'PROVINCE', null, name);
  for (const [code, name] of tables.prefectures) {
    if (!DUMMY.test(name)) add(`${code}00`, 'PREFECTURE', `${code.slice(0, 2)}0000`, name);
  }
  for (const [code, name] of tables.counties) {
    const parent = prefectureOrProvince(code);
    const above = found.get(parent);
    // 东莞, 中山, 儋州 repeat the prefecture's code, 嘉峪关 its name: no county stands there.
    if (found.has(code) || above?.name === name) continue;
    const inForce = current.get(code);
    if (inForce !== undefined) {
      add(code, 'COUNTY', parent, inForce);
    } else {
      const province = found.get(`${code.slice(0, 2)}0000`);
      const names = [province?.shortName ?? '', above?.shortName ?? ''];
      found.set(code, statisticalZone({ code, parent, parentName: above?.name ?? '', name }, names));
    }
  }
  for (const [code, name] of tables.current) {
    // Only the 31 provinces the statistical tables hold; 香港, 澳门 and 台湾 are outside the risk lists.
    if (found.has(code) || DUMMY.test(name) || code.endsWith('00') || !found.has(`${code.slice(0, 2)}0000`))
      continue;
    add(code, 'COUNTY', prefectureOrProvince(code), name, { validFrom: FOUNDED[code] ?? null });
  }
  for (const zone of listedZones()) found.set(zone.code, zone);
  for (const old of withdrawn) {
    const kind = old.code.endsWith('00') ? 'PREFECTURE' : 'COUNTY';
    add(old.code, kind, old.parent, old.name, { validTo: old.validTo, successors: old.successors });
  }
  for (const [code, name] of tables.streets) {
    if (DUMMY.test(name)) continue;
    const county = code.slice(0, 6);
    add(code, 'STREET', found.has(county) ? county : prefectureOrProvince(code), name);
  }
  return [...found.values()];
}
