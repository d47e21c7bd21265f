import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { PagesThread } from './start-pages';

/** Hand connections that leave HTTP on to the pages' thread: Next's development mode tells open pages of changes so. */
export function passUpgrades(server: Server, pages: Pick<PagesThread, 'connect'>): void {
  const open = new Set<Duplex>();
  server.on('upgrade', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    const behind = pages.connect();
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    behind.write(headOf(request));
    behind.write(head);
    client.pipe(behind).pipe(client);
  });
  // A page that stays open would keep the server from closing.
  const close = server.close.bind(server);
  server.close = (done) => {
    for (const one of open) one.destroy();
    return close(done);
  };
}

/** The head of a request as it came. */
function headOf({ method, url, rawHeaders }: IncomingMessage): string {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let at = 0; at < rawHeaders.length; at += 2) lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}
