/** Standing areas of one division, what changed there since 00:00, and what waits. */
export interface PlaceCount {
  /** '' where the division is not known. */
  readonly code: string;
  readonly name: string;
  /** Names above it. */
  readonly above: string;
  readonly HIGH: number;
  readonly MEDIUM: number;
  readonly began: number;
  readonly ended: number;
  readonly dueToday: number;
  readonly lacking: number;
  /** Latest change of the day, epoch ms. */
  readonly latest: number | null;
}

export type PlaceColumn = Exclude<keyof PlaceCount, 'code' | 'above'>;

const COLLATOR = new Intl.Collator('zh-CN');

/** The rows in the order of one column; equal ones keep the order they came in. */
export function sortPlaces(rows: readonly PlaceCount[], by: PlaceColumn, rising: boolean): PlaceCount[] {
  const direction = rising ? 1 : -1;
  return rows.toSorted((a, b) =>
    by === 'name' ? direction * COLLATOR.compare(a.name, b.name) : direction * ((a[by] ?? 0) - (b[by] ?? 0)),
  );
}
