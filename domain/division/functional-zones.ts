import data from './functional-zones.json';
import { type DivisionSeed, makeDivision } from './make-division';
import type { Division } from './types';
import { zoneNames } from './zone-names';

interface ListedZone {
  readonly code: string;
  readonly parent: string;
  readonly name: string;
  readonly shortName?: string;
  readonly aliases?: readonly string[];
  readonly overlaps?: readonly string[];
}

interface StatisticalAddition {
  readonly shortName?: string;
  readonly aliases?: readonly string[];
  readonly overlaps?: readonly string[];
}

const listed: readonly ListedZone[] = data.zones;
const additions: Readonly<Record<string, StatisticalAddition | undefined>> = data.statistical;

/**
 * The functional zones that public lists name but no code table holds (两江新区, 郑东新区 …), and 新疆生产建设兵团
 * with its divisions, which stands below 新疆 as a zone of its own: the lists write it as a province, GB/T 2260 gives
 * it no place. Parents come before children.
 */
export function listedZones(): readonly Division[] {
  return listed.map((zone) => makeDivision({ ...zone, kind: 'FUNCTIONAL_ZONE', parentName: '' }));
}

/**
 * A functional zone that the statistical tables give a county-like code which GB/T 2260 does not have (xxxx7x;
 * also 加格达奇 2327 6x and 大柴旦 632857).
 * @param above short names of province and prefecture, outermost first
 */
export function statisticalZone(
  seed: Pick<DivisionSeed, 'code' | 'parent' | 'parentName' | 'name'>,
  above: readonly string[],
): Division {
  const added = additions[seed.code];
  const names = zoneNames(seed.name, above);
  const shortName = added?.shortName ?? names.shortName;
  return makeDivision({
    ...seed,
    kind: 'FUNCTIONAL_ZONE',
    shortName,
    aliases: [names.shortName, ...names.aliases, ...(added?.aliases ?? [])],
    overlaps: added?.overlaps,
  });
}
