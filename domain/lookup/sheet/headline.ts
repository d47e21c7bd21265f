import { compareLevels, type Level } from '@/domain/level/level';
import { restSaid } from '@/domain/lookup/rest-said';
import type { Sheet } from '@/domain/lookup/sheet/sheet';
import type { AreaMention, LevelCounts, LookupResult } from '@/domain/lookup/types';

/** What stands first on a sheet, largest. */
export type Headline =
  /** The level of the place. */
  | { readonly kind: 'LEVEL'; readonly level: Level }
  /** A division that holds areas: it leads with them; `rest` is the level of its other ground. */
  | {
      readonly kind: 'HOLDS';
      readonly level: 'HIGH' | 'MEDIUM';
      readonly counts: LevelCounts;
      /** Null where that is not one level, but that of each county by itself. */
      readonly rest: Level | null;
    }
  /** Only part of the address lies in areas of this level; the rest of it is `otherwise`. */
  | { readonly kind: 'PART'; readonly level: Level; readonly otherwise: Level }
  /** A county or functional zone that holds none itself, but shares ground with one that does. */
  | { readonly kind: 'MAY_HOLD'; readonly level: Level; readonly otherwise: Level }
  /** It cannot be told from the wording; outside the areas named it would be `otherwise`. */
  | { readonly kind: 'MAY_LIE'; readonly level: Level; readonly otherwise: Level };

/** What of a sheet decides its first line. */
export type HeadlineFacts = Pick<Sheet, 'result' | 'remainder' | 'parts' | 'possible'> & {
  readonly overlapping: readonly { readonly contains: LevelCounts }[];
};

/**
 * The first line of the answer. Severity leads: a low or unknown ground never stands alone before what it holds, what
 * is part of the address, or what may hold the place.
 */
export function headlineOf(sheet: HeadlineFacts): Headline {
  const { result, remainder, parts, possible, overlapping } = sheet;
  const otherwise = remainder ?? restOf(result);
  const part = highestOf(parts);
  const may = highestOf(possible);
  if (may !== null && compareLevels(may, part ?? otherwise) > 0) {
    return { kind: 'MAY_LIE', level: may, otherwise };
  }
  if (part !== null && compareLevels(part, otherwise) > 0) return { kind: 'PART', level: part, otherwise };
  if (result.kind === 'division' && result.match.type !== 'address' && result.why.rule !== 'STANDING') {
    const counts = result.contains;
    if (counts.HIGH + counts.MEDIUM > 0) {
      const level = counts.HIGH > 0 ? 'HIGH' : 'MEDIUM';
      return { kind: 'HOLDS', level, counts, rest: restSaid(result) };
    }
  }
  const beside = overlapping.some((row) => row.contains.HIGH > 0) ? 'HIGH' : 'MEDIUM';
  if (overlapping.length > 0 && compareLevels(beside, result.level) > 0) {
    return { kind: 'MAY_HOLD', level: beside, otherwise: result.level };
  }
  return { kind: 'LEVEL', level: result.level };
}

/** Of a division its ground outside the areas inside and beside; of an area its own level. */
function restOf(result: LookupResult): Level {
  return result.kind === 'division' ? (result.restLevel ?? result.level) : result.level;
}

function highestOf(areas: readonly AreaMention[]): Level | null {
  return areas.reduce<Level | null>(
    (best, area) => (best === null || compareLevels(area.level, best) > 0 ? area.level : best),
    null,
  );
}
