import type { IsDivisionName } from '@/domain/list/leading-district';
import { parseBulletinList } from '@/domain/list/parse-bulletin';
import { MAX_LIST_CHARACTERS, parseNationalList } from '@/domain/list/parse-national';
import type { ParseListResult } from '@/domain/list/types';

/**
 * Reads a list of either form, told apart by its first sign: `{` or `[` begins JSON, anything else is prose.
 * @param text the whole file, decoded as UTF-8
 * @param isDivisionName see `parseBulletinList`
 */
export function parseList(text: string, isDivisionName?: IsDivisionName): ParseListResult {
  const first = /[^\s\ufeff]/.exec(text)?.[0];
  const prose = first !== undefined && first !== '{' && first !== '[' && first !== '"';
  if (!prose || text.length > MAX_LIST_CHARACTERS) return parseNationalList(text);
  return parseBulletinList(text, isDivisionName);
}
