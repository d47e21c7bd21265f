import { IncomingMessage } from 'node:http';
import { may } from '@/domain/access/capabilities';
import { viewerOfRequest } from '@/server/auth/viewer-of-request';
import { Problem } from '@/server/errors';
import { MAX_LIST_BYTES } from '@/server/ingest/read-list';

/** What anybody may send: a name and a password with room to spare. */
export const ANYBODY_BYTES = 8 * 1024;
/** What a signed-in person may send: the longest form is a tenth of it. */
export const PERSON_BYTES = 1024 * 1024;
/** A list to import, and a word of its own about it. */
export const LIST_BYTES = MAX_LIST_BYTES + 64 * 1024;
const LIST_PATH = '/imports/preview';

/** Whether a request brings a body. */
export function bringsBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * The request with its body read, for a handler that would read without end. How much may come depends on who sends it
 * and where to; bytes are counted as they arrive, whatever the headers say of them.
 * @param path of the request, without its query
 * @throws Problem too-large, before more than the limit is kept; invalid-input for a body that broke off.
 */
export async function withBody(request: IncomingMessage, path: string): Promise<IncomingMessage> {
  const stated = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY);
  const most = stated <= ANYBODY_BYTES ? ANYBODY_BYTES : await allowance(request, path);
  if (Number.isFinite(stated) && stated > most) throw tooLarge(most);
  return replayed(request, await readAll(request, most));
}

/** The refusal of a body of more than `most` bytes. */
export function tooLarge(most: number): Problem {
  const extra = most === LIST_BYTES ? { listFault: 'TOO_LARGE' } : {};
  return new Problem('too-large', `At most ${most} bytes are taken here.`, [], extra);
}

async function allowance(request: IncomingMessage, path: string): Promise<number> {
  if (path.startsWith('/api/')) return ANYBODY_BYTES;
  const viewer = await viewerOfRequest(request.headers);
  if (!viewer) return ANYBODY_BYTES;
  return path === LIST_PATH && may(viewer, 'import-offer') ? LIST_BYTES : PERSON_BYTES;
}

function readAll(request: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    const settle = (outcome: () => void) => {
      request.off('data', take).off('end', end).off('close', broken).off('error', broken);
      outcome();
    };
    const take = (part: Buffer) => {
      size += part.length;
      if (size <= most) return void parts.push(part);
      request.pause();
      settle(() => reject(tooLarge(most)));
    };
    const end = () => settle(() => resolve(Buffer.concat(parts)));
    const broken = () => settle(() => reject(new Problem('invalid-input', 'The body broke off.')));
    request.on('data', take).once('end', end).once('close', broken).once('error', broken);
  });
}

/** The same request, whose body is `body` and stands ready. */
function replayed(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(request.socket);
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders } = request;
  const { 'transfer-encoding': _chunked, ...headers } = request.headers;
  Object.assign(again, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders });
  again.headers = { ...headers, 'content-length': String(body.length) };
  again.complete = true;
  again.push(body);
  again.push(null);
  return again;
}
