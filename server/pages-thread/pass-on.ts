import {
  type Agent,
  request as ask,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type PageHandler, PagesAway } from '@/server/http/pages/pages';

/** Room for the headers a client may send and those that the door adds. */
export const MOST_HEADER_BYTES = 64 * 1024;

/** What is said between two neighbours and not passed on (RFC 9110 §7.6.1); `expect` is answered by the door itself. */
const BETWEEN_NEIGHBOURS = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'http2-settings',
  'expect',
]);

/**
 * Have requests answered by the HTTP server behind a socket: both ways as a stream, at the pace of the slower side.
 * When the client goes, the request behind is given up; when the answer breaks off, so does the client's.
 */
export function passOn(socketPath: string, agent: Agent): PageHandler {
  return async (request, response) => {
    if (response.destroyed) return;
    const { method, url: path } = request;
    const headers = Object.fromEntries(passed(request.headers));
    const asked = ask({
      ...{ socketPath, agent, method, path, headers, setHost: false },
      maxHeaderSize: MOST_HEADER_BYTES,
    });
    const gone = () => asked.destroy();
    response.once('close', gone);
    try {
      const answer = await answerTo(asked, request);
      for (const [name, value] of passed(answer.headers)) response.setHeader(name, value);
      response.writeHead(answer.statusCode ?? 502);
      await pipeline(answer, response);
    } catch (error) {
      if (response.destroyed) return;
      if (!response.headersSent)
        throw new PagesAway('The thread that renders pages is away.', { cause: error });
      response.destroy();
    } finally {
      response.off('close', gone);
    }
  };
}

function answerTo(asked: ClientRequest, request: IncomingMessage): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    asked.once('response', resolve);
    asked.on('error', reject);
    request.once('error', (error) => asked.destroy(error));
    request.pipe(asked);
  });
}

function passed(headers: IncomingHttpHeaders): [name: string, value: string | string[]][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || BETWEEN_NEIGHBOURS.has(name) ? [] : [[name, value] as [string, string | string[]]],
  );
}
