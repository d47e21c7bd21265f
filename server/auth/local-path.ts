const HERE = 'http://here.invalid';

/**
 * The path (with query and fragment) a person may be sent to, or '/' when the value leads out of this site.
 * Judged by the parser that browsers follow, because 「/\host」, 「/⇥/host」 and 「/.//host」 all leave the site.
 * @param value whatever came in a query, a form or a cookie.
 */
export function localPath(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return '/';
  let url: URL;
  try {
    url = new URL(value, HERE);
  } catch {
    return '/';
  }
  if (url.origin !== HERE || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search + url.hash;
}

/** Where to go after signing in: a local page, never an endpoint or the sign-in page itself. */
export function pathAfterSignIn(value: unknown): string {
  const path = localPath(value);
  return /^\/(api|sign-in|locale)(?=[/?#]|$)/.test(path) ? '/' : path;
}
