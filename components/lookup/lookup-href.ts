/** What an address of the look-up can ask for. */
export interface LookupParts {
  readonly q?: string | null;
  readonly id?: string | null;
  readonly code?: string | null;
  readonly within?: string | null;
}

/** `/lookup` with these parts in a fixed order, empty ones left out, so that a place has one stable address. */
export function lookupHref(parts: LookupParts): string {
  const query = new URLSearchParams();
  for (const name of ['q', 'id', 'code', 'within'] as const) {
    const value = parts[name];
    if (value) query.set(name, value);
  }
  return query.size > 0 ? `/lookup?${query}` : '/lookup';
}
