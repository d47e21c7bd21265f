/**
 * Whether a division lies in another or is it. Both are paths of whole codes, each closed by a stroke, province first:
 * `370000/370700/370724/`. Codes alone cannot tell: 370724 does not begin with 370700, in which it lies.
 * @param path the division asked about; null or undefined (not located) lies in the whole nation only
 * @param ancestor the division it may lie in; '' is the whole nation
 */
export function liesIn(path: string | null | undefined, ancestor: string): boolean {
  return ancestor === '' || (path?.startsWith(ancestor) ?? false);
}
