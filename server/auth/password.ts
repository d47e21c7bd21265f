import { hash, type Options, verify } from '@node-rs/argon2';

// OWASP Password Storage Cheat Sheet: argon2id (2), 19 MiB, 2 passes, 1 lane. The package's enum is `const` and ambient,
// which isolatedModules cannot read.
const OWASP: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The password as it is kept: an argon2id PHC string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), OWASP);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password belongs to the kept hash. Without a hash (no such account) it works just as long and says no,
 * so the answer's time tells nothing about which accounts exist.
 */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const against = kept ?? (await decoy);
  const matches = await verify(against, password.normalize('NFKC'));
  return matches && kept !== null;
}
