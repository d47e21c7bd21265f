import type { StatedLevel } from '@/domain/level/level';
import { describeValue, isRecord } from '@/domain/list/describe-value';
import { type Phrase, phrase } from '@/domain/list/fault-words';
import type { ListWarning } from '@/domain/list/list-warning';
import { checkPath, checkPlace, namelessPlace } from '@/domain/list/place-text';
import type { ListEntry, ListError } from '@/domain/list/types';

/** Enough to mend a file by; a file of another form would otherwise answer with thousands. */
const MAX_ERRORS = 20;

interface GroupsRead {
  readonly errors: readonly ListError[];
  readonly warnings: readonly ListWarning[];
  /** Place texts seen, blank ones included: what the list's own count counts. */
  readonly places: number;
}

/**
 * Reads one level's array of `{province, city, county, area_name, communitys[]}` and appends its places to `entries`.
 * @param pointer JSON pointer of the array
 */
export function readGroups(
  groups: unknown,
  level: StatedLevel,
  pointer: string,
  entries: ListEntry[],
): GroupsRead {
  const errors: ListError[] = [];
  const warnings: ListWarning[] = [];
  let places = 0;
  const wrong = (at: string, expected: Phrase['key'], found: unknown): void => {
    errors.push({
      code: 'WRONG_SHAPE',
      pointer: at,
      expected: phrase(expected),
      found: describeValue(found),
    });
  };
  if (!Array.isArray(groups)) {
    wrong(pointer, 'GROUPS', groups);
    return { errors, warnings, places };
  }
  for (let index = 0; index < groups.length && errors.length < MAX_ERRORS; index += 1) {
    const group: unknown = groups[index];
    const at = `${pointer}/${index}`;
    if (!isRecord(group)) {
      wrong(at, 'GROUP', group);
      continue;
    }
    const { province, city = '', county = '', area_name: areaName, communitys: names } = group;
    if (typeof province !== 'string' || province.trim() === '') wrong(`${at}/province`, 'NAME', province);
    else if (typeof city !== 'string') wrong(`${at}/city`, 'A_TEXT', city);
    else if (typeof county !== 'string') wrong(`${at}/county`, 'A_TEXT', county);
    else if (!Array.isArray(names)) wrong(`${at}/communitys`, 'PLACE_TEXTS', names);
    else {
      const path = { province: province.trim(), city: city.trim(), county: county.trim() };
      const writtenPath =
        typeof areaName === 'string' && areaName.trim() !== ''
          ? areaName.trim()
          : [path.province, path.city, path.county].filter((part) => part !== '').join(' ');
      const unusable = checkPath(`${writtenPath}${Object.values(path).join('')}`, at);
      if (unusable !== null) errors.push(unusable);
      for (let position = 0; position < names.length; position += 1) {
        const name: unknown = names[position];
        const here = `${at}/communitys/${position}`;
        if (typeof name !== 'string') {
          wrong(here, 'PLACE_TEXT', name);
          continue;
        }
        places += 1;
        const place = name.trim();
        const fault = checkPlace(place, here);
        if (fault === 'NAMELESS') warnings.push(namelessPlace(here, place));
        else if (fault !== null) errors.push(fault);
        else entries.push({ ordinal: entries.length, level, ...path, writtenPath, place, pointer: here });
      }
    }
  }
  return { errors, warnings, places };
}
