import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { Problem } from '@/server/errors';
import { problemDocument } from './problem';

/**
 * Answer a request that is not HTTP, is too slow or whose headers are too large: Node gives only the socket, so the
 * answer is written by hand, as a problem document like every other refusal.
 */
export function refuseUnread(error: Error & { code?: string }, socket: Socket): void {
  if (socket.destroyed || error.code === 'ECONNRESET') return;
  const [line, detail] = REASONS[error.code ?? ''] ?? ['400 Bad Request', 'The request is not valid HTTP.'];
  const { body } = problemDocument(new Problem('invalid-input', detail), '/', randomUUID());
  const text = JSON.stringify({ ...body, status: Number(line.slice(0, 3)) });
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${line}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(text)}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n${text}`,
    );
  }
  socket.destroySoon();
}

const REASONS: Record<string, [line: string, detail: string]> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers of the request are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not arrive in time.'],
};
