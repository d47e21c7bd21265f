import { Problem } from '@/server/errors';

type Said = readonly [code: RegExp, message: RegExp];

const NEVER = /^(?!)/;
const LOST: Said = [
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|P1001|P1002|P1008|P1017|P2024|P2028|08\w{3}|57P0[1-5]|53300|3D000|FST_ERR_HANDLER_TIMEOUT)$/,
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|connection error and is not queryable|Server has closed the connection|Can't reach database/i,
];
const UNABLE: readonly [Said, string][] = [
  [LOST, 'The database does not answer; look-up and snapshot serve on.'],
  [[/^25006$/, NEVER], 'The database takes no changes at present (read-only).'],
  [[/^53(100|200|400)$/, NEVER], 'The database has no room left (disk or memory).'],
];

/**
 * Whatever was thrown, as the refusal the outside sees. A database that does not answer is `temporarily-unavailable`;
 * what the framework refuses before our code runs is the asker's fault; everything else is ours and stays unsaid.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  for (const [said, detail] of UNABLE) {
    if (isOf(error, said)) return new Problem('temporarily-unavailable', detail);
  }
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  if (statusCode === 404) return new Problem('not-found', 'Nothing stands at this address.');
  if (statusCode === 413) return new Problem('too-large', 'The body is larger than is taken here.');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem('invalid-input', message ?? 'The request is not understood.');
  }
  return new Problem('internal', 'The request failed on our side; it can be tried again.');
}

/** Whether an error, or one it was caused by, bears such a code or message. */
function isOf(error: unknown, said: Said, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  const { code, message, cause, meta, originalCode } = error as Record<string, unknown>;
  const [codes, messages] = said;
  if (typeof code === 'string' && codes.test(code)) return true;
  if (typeof originalCode === 'string' && codes.test(originalCode)) return true;
  if (typeof message === 'string' && messages.test(message)) return true;
  const driver = (meta as Record<string, unknown> | undefined)?.driverAdapterError;
  return isOf(cause, said, depth + 1) || isOf(driver, said, depth + 1);
}
