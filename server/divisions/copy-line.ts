import type { Division } from '@/domain/division/types';

/** Columns of table `division` in the order of {@link copyLine}; `overlaps` is an operator of SQL and needs its quotes. */
export const COPY_COLUMNS =
  'code, kind, parent_code, path, name, short_name, aliases, pinyin, initials, valid_from, valid_to, successors, "overlaps"';

const NULL = '\\N';

/**
 * One division as a line of PostgreSQL's COPY text format.
 * @param path codes from the province down to this division, each followed by "/"
 */
export function copyLine(division: Division, path: string): string {
  const { validFrom, validTo } = division;
  const columns = [
    division.code,
    division.kind,
    division.parent ?? NULL,
    path,
    escapeText(division.name),
    escapeText(division.shortName),
    array(division.aliases),
    escapeText(division.pinyin),
    escapeText(division.initials),
    validFrom ?? NULL,
    validTo ?? NULL,
    array(division.successors),
    array(division.overlaps),
  ];
  return `${columns.join('\t')}\n`;
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (special) => ESCAPES[special] ?? special) : text;
}

function array(values: readonly string[]): string {
  if (values.length === 0) return '{}';
  return escapeText(`{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
}
