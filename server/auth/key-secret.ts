import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits, marked so that scanners of leaked code can recognise it. */
export function newKeySecret(): string {
  return `fq_${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a secret. A fast hash is enough: 256 random bits cannot be tried out. */
export function keyHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
