/** What a session token is written with; anything else is not ours. */
const TOKEN_FORM = /^[\w.-]+$/;

/** A Cookie header in which the session stands once at most, and its token. */
export interface SessionCookie {
  readonly token: string | undefined;
  /** The header without session cookies that are not to be believed; undefined when nothing is left. */
  readonly header: string | undefined;
}

/**
 * The one session of a Cookie header. Readers differ in which of two cookies of a name they take (the first, the last),
 * and next-auth joins `name.0`, `name.1` to one: a header that names two different sessions, or parts of one, names
 * none. We never write parts: the token is a tenth of what a cookie may hold.
 * @param name as the session cookie is called in this deployment
 */
export function sessionCookie(header: string | undefined, name: string): SessionCookie {
  if (!header?.includes(name)) return { token: undefined, header };
  const others: string[] = [];
  const tokens = new Set<string>();
  for (const pair of header.split(';')) {
    const [key = '', ...value] = pair.split('=');
    if (!key.trim().startsWith(name)) others.push(pair.trim());
    else tokens.add(key.trim() === name ? value.join('=').trim() : '');
  }
  const [only = '', ...rest] = tokens;
  const token = rest.length === 0 && TOKEN_FORM.test(only) ? only : undefined;
  if (token !== undefined) others.push(`${name}=${token}`);
  return { token, header: others.length > 0 ? others.join('; ') : undefined };
}
