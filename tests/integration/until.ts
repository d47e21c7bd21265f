/** Wait for a state, however long a busy machine takes to reach it. @throws Error when it does not come. */
export async function until(
  holds: () => Promise<boolean> | boolean,
  what = 'it',
  ms = 120_000,
): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`${what} did not come to hold in time`);
    await new Promise((go) => setTimeout(go, 50));
  }
}
