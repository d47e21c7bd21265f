/** What a spreadsheet takes for the start of a formula, in either width, and what it skips before one. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/**
 * One line of a CSV file for people (RFC 4180, CRLF). A text that a spreadsheet would take for a formula gets an
 * apostrophe in front; numbers are written as they are.
 */
export function csvLine(fields: readonly (string | number | null)[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}

/** Makes spreadsheets read the file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
