import { randomBytes } from 'node:crypto';
import type { Config } from '@/server/config';

/** Header in which the door tells pages the nonce of their scripts and styles; what a client sends in it is overwritten. */
export const NONCE_HEADER = 'x-nonce';

const YEAR_S = 365 * 24 * 3_600;
const FIXED = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(), microphone=()',
};

type Shown = Pick<Config, 'NODE_ENV' | 'PUBLIC_URL'>;

/** Whether people reach this deployment by https. */
function isBehindTls({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>): boolean {
  return PUBLIC_URL?.startsWith('https://') ?? false;
}

/** What every answer says of the way it came: behind TLS, never to be asked for without it (HSTS). */
export function transportHeaders(config: Pick<Config, 'PUBLIC_URL'>): Record<string, string> {
  return isBehindTls(config) ? { 'strict-transport-security': `max-age=${YEAR_S}` } : {};
}

/** Headers of a page, and the policy with its nonce. */
export interface PageHeaders {
  readonly nonce: string;
  readonly policy: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * What a page is sent with. Scripts and style sheets run from our own files, or with the nonce of this one answer; style
 * attributes may stand, since the UI kit and the map place things by them (docs/decisions/0012).
 */
export function pageHeaders(config: Shown): PageHeaders {
  const nonce = randomBytes(16).toString('base64');
  const developing = config.NODE_ENV === 'development';
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${developing ? " 'unsafe-eval'" : ''}`,
    // In development Next puts styles into the page by script, without a nonce.
    developing ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isBehindTls(config) ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
  return { nonce, policy, headers: { ...FIXED, 'content-security-policy': policy } };
}
