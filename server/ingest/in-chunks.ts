/** Rows of one statement: large enough that round trips vanish, small enough that its JSON stays a few megabytes. */
const CHUNK = 5_000;

/** Run `work` on the rows, a chunk at a time, in order. */
export async function inChunks<T>(
  rows: readonly T[],
  work: (chunk: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) await work(rows.slice(start, start + CHUNK));
}
