import { Problem } from '@/server/errors';

const LOST =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|P1001|P1002|P1008|P1017|P2024|P2028|08\w{3}|57P0[1-5]|53300|3D000|FST_ERR_HANDLER_TIMEOUT)$/;
const SAID =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|connection error and is not queryable|Server has closed the connection|Can't reach database/i;

/**
 * Whatever was thrown, as the refusal the outside sees. A database that does not answer is `temporarily-unavailable`;
 * what the framework refuses before our code runs is the asker's fault; everything else is ours and stays unsaid.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isDatabaseLost(error)) {
    return new Problem(
      'temporarily-unavailable',
      'The database does not answer; look-up and snapshot serve on.',
    );
  }
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  if (statusCode === 404) return new Problem('not-found', 'Nothing stands at this address.');
  if (statusCode === 413) return new Problem('too-large', 'The body is larger than is taken here.');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem('invalid-input', message ?? 'The request is not understood.');
  }
  return new Problem('internal', 'The request failed on our side; it can be tried again.');
}

/** Whether an error, or one it was caused by, says that the database cannot be reached. */
function isDatabaseLost(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  const { code, message, cause, meta, originalCode } = error as Record<string, unknown>;
  if (typeof code === 'string' && LOST.test(code)) return true;
  if (typeof originalCode === 'string' && LOST.test(originalCode)) return true;
  if (typeof message === 'string' && SAID.test(message)) return true;
  return (
    isDatabaseLost(cause, depth + 1) ||
    isDatabaseLost((meta as Record<string, unknown> | undefined)?.driverAdapterError, depth + 1)
  );
}
