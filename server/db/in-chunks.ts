/** Rows of one statement: large enough that round trips vanish, small enough that its JSON stays a few megabytes. */
const CHUNK = 5_000;

/**
 * Run `work` on the rows, a chunk at a time, in order. The next chunk is begun (its JSON made) while the statement of the
 * one before runs: database and process work at the same time. The transaction keeps the statements in order.
 */
export async function inChunks<T>(
  rows: readonly T[],
  work: (chunk: readonly T[]) => Promise<void>,
): Promise<void> {
  let running = Promise.resolve();
  for (let start = 0; start < rows.length; start += CHUNK) {
    const next = work(rows.slice(start, start + CHUNK));
    // Should the one before fail, this one fails with it and has nobody else to tell.
    next.catch(() => undefined);
    await running;
    running = next;
  }
  await running;
}
