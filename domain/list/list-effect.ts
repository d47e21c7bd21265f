/**
 * When a list takes effect: at its hour, but not in the clock's future and not before the list before it.
 * @param listTime the hour the list names, `previous` that of the list before it, `now` the present; all epoch ms
 * @returns `effectiveAt` in epoch ms; `ahead` when the list names an hour the clock has not reached
 */
export function listEffect(
  listTime: number,
  previous: number | null,
  now: number,
): { effectiveAt: number; ahead: boolean } {
  const ahead = listTime > now;
  return { effectiveAt: Math.max(ahead ? now : listTime, previous ?? 0), ahead };
}
