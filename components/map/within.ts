/**
 * Whether a division lies in (or is) another, judged by six-digit codes: 370724 is within 370700 and 370000.
 * @param home null stands for the whole country
 */
export function isWithin(code: string, home: string | null): boolean {
  return home === null || code.startsWith(prefixOf(home));
}

function prefixOf(home: string): string {
  const six = home.slice(0, 6);
  if (six.endsWith('0000')) return six.slice(0, 2);
  if (six.endsWith('00')) return six.slice(0, 4);
  return six;
}
