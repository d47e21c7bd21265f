/** Persons as written in a field: a whole number from `least` on; null for anything else. */
export function readPersons(text: string, least: number): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,8}$/.test(trimmed)) return null;
  const persons = Number(trimmed);
  return persons >= least && persons <= 50_000_000 ? persons : null;
}
