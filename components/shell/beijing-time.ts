const OFFSET_MS = 8 * 3_600_000;

/** An instant (epoch ms) as people in China write it: 「2022-12-01 21:00」. For instants since 1992. */
export function beijingMinute(at: number): string {
  return new Date(at + OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** The same without what `beside` shares with it: 「21:00」 on one day, 「11-30 21:00」 in one year. */
export function beijingShort(at: number, beside: number): string {
  const full = beijingMinute(at);
  const other = beijingMinute(beside);
  if (full.slice(0, 10) === other.slice(0, 10)) return full.slice(11);
  return full.slice(0, 4) === other.slice(0, 4) ? full.slice(5) : full;
}

/** How long ago, in the largest whole unit. @param ms zero or more; less counts as zero. */
export function ageOf(ms: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) };
  return { unit: 'days', count: Math.floor(minutes / (24 * 60)) };
}
