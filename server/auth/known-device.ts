import { stringifySetCookie } from 'cookie';
import { decode, encode } from 'next-auth/jwt';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Config } from '@/server/config';
import { keptSecret, secureCookies } from './session-token';

type Sealing = Pick<Config, 'SESSION_SECRET' | 'DATA_DIR'>;

/** A browser in which people have signed in, and the names of their accounts, latest first. */
export interface KnownDevice {
  readonly id: string;
  readonly names: readonly string[];
}

const MONTHS_6_S = 180 * 24 * 3_600;
/** A shared machine of a command centre has a few people; each name takes its room in the cookie. */
const PEOPLE = 10;
/** Sealed apart from sessions: neither passes for the other. */
const SALT = 'known device';
const claims = z.object({ device: z.string().min(1), names: z.array(z.string()) });

/** The name of the cookie that makes a device known. */
export function deviceCookieName(config: Pick<Config, 'PUBLIC_URL'>): string {
  return `${secureCookies(config) ? '__Secure-' : ''}fengqu-device`;
}

/** The device the cookie's value names; null for a forged, expired or missing one. */
export async function readDevice(config: Sealing, value: string | undefined): Promise<KnownDevice | null> {
  if (!value) return null;
  try {
    const read = claims.parse(await decode({ token: value, secret: keptSecret(config), salt: SALT }));
    return { id: read.device, names: read.names };
  } catch {
    return null;
  }
}

/**
 * The Set-Cookie line by which a device is known for half a year to the account that has just signed in there. It opens
 * nothing: it only has its failures counted apart, so that strangers cannot lock the person out.
 */
export async function deviceCookie(
  config: Sealing & Pick<Config, 'PUBLIC_URL'>,
  before: KnownDevice | null,
  name: string,
): Promise<string> {
  const names = [name, ...(before?.names ?? []).filter((other) => other !== name)].slice(0, PEOPLE);
  const token = { device: before?.id ?? uuidv7(), names };
  const value = await encode({ token, secret: keptSecret(config), salt: SALT, maxAge: MONTHS_6_S });
  return stringifySetCookie({
    name: deviceCookieName(config),
    value,
    path: '/api/auth',
    maxAge: MONTHS_6_S,
    httpOnly: true,
    sameSite: 'lax',
    secure: secureCookies(config),
  });
}
