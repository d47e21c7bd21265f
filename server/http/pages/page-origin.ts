import type { IncomingMessage } from 'node:http';
import type { Config } from '@/server/config';
import { Problem } from '@/server/errors';

type Named = Pick<Config, 'PUBLIC_URL'>;

/** Host (and port) under which people reach this deployment: as configured, else as they asked for it. */
export function ownHost({ PUBLIC_URL }: Named, { headers }: IncomingMessage): string {
  return PUBLIC_URL === undefined ? (headers.host ?? '') : new URL(PUBLIC_URL).host;
}

/** `https` or `http`, as people reach this deployment. */
export function ownProtocol({ PUBLIC_URL }: Named): string {
  return PUBLIC_URL?.startsWith('https://') ? 'https' : 'http';
}

/**
 * Refuse a form that another site sends. A browser says where a page came from; without a word of it (a script, an old
 * browser) the session cookie, which never crosses sites, decides alone.
 * @throws Problem invalid-input, which says what to set when a proxy has changed the name.
 */
export function assertOwnOrigin(config: Named, request: IncomingMessage): void {
  const { origin } = request.headers;
  if (origin === undefined || origin === 'null') return;
  const own = ownHost(config, request);
  if (URL.canParse(origin) && new URL(origin).host === own) return;
  throw new Problem(
    'invalid-input',
    'The form was sent from another address than this deployment knows as its own. Use its public address; behind a proxy, PUBLIC_URL must name that address.',
  );
}
