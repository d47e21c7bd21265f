/** Persons as written in a field: a whole number of at most eight digits; NaN for anything else. */
export function readPersons(text: string): number {
  const trimmed = text.trim();
  return /^\d{1,8}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}
