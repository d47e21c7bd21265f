/** When a row was recorded, and until when it was held true (null while it is); epoch ms. */
interface Recorded {
  readonly recordedFrom: number;
  readonly recordedTo: number | null;
}

/** Over which span what a row says holds, half-open; epoch ms, null where it has no bound. */
interface Valid {
  readonly validFrom: number | null;
  readonly validTo: number | null;
}

/** Whether a row was held true at an instant of recorded time (epoch ms). */
export function wasHeld({ recordedFrom, recordedTo }: Recorded, knownAt: number): boolean {
  return !(recordedFrom > knownAt) && !(recordedTo !== null && recordedTo <= knownAt);
}

/** Whether what a row says holds at an instant of valid time (epoch ms). */
export function holdsAt({ validFrom, validTo }: Valid, asOf: number): boolean {
  return (validFrom === null || validFrom <= asOf) && (validTo === null || validTo > asOf);
}

/** The row that says what held at `asOf` as it was known at `knownAt` (both epoch ms); null when none does. */
export function asKnownAt<Row extends Recorded & Valid>(
  rows: readonly Row[],
  asOf: number,
  knownAt: number,
): Row | null {
  return rows.find((row) => wasHeld(row, knownAt) && holdsAt(row, asOf)) ?? null;
}

/** A row something else takes the place of: until when it still holds, and the span of what follows it. */
interface Cut<Row> {
  readonly row: Row;
  /** Null where nothing of it is left. */
  readonly endsAt: number | null;
  readonly follows: Valid;
}

/**
 * Where rows are cut when something else holds from an instant on. A row that begins before it ends there; whatever was
 * said of later is replaced.
 * @param rows of one subject, all held true
 * @param from epoch ms; null for all of valid time
 */
export function cutFrom<Row extends Valid>(rows: readonly Row[], from: number | null): Cut<Row>[] {
  return rows.flatMap((row): Cut<Row>[] => {
    const { validFrom, validTo } = row;
    if (from === null) return [{ row, endsAt: null, follows: { validFrom, validTo } }];
    if (validTo !== null && validTo <= from) return [];
    const inside = validFrom === null || validFrom < from;
    return [
      { row, endsAt: inside ? from : null, follows: { validFrom: inside ? from : validFrom, validTo } },
    ];
  });
}
