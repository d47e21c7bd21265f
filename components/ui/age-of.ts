export type AgeUnit = 'seconds' | 'minutes' | 'hours' | 'days';

/** An age in the largest unit that holds it once, rounded down: 150 s are 2 minutes. Negative ages count as 0. */
export function ageOf(seconds: number): { readonly unit: AgeUnit; readonly count: number } {
  const age = Math.max(0, Math.floor(seconds));
  if (age < 60) return { unit: 'seconds', count: age };
  if (age < 3600) return { unit: 'minutes', count: Math.floor(age / 60) };
  if (age < 86_400) return { unit: 'hours', count: Math.floor(age / 3600) };
  return { unit: 'days', count: Math.floor(age / 86_400) };
}
