import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a database that can be cut and mended, or left hanging: what a server sees of a database that stops. */
export interface BreakableLink {
  /** The database's address by this way. */
  url: string;
  /** Refuse and drop every connection. */
  cut(): Promise<void>;
  /** Keep connections open and let nothing through. */
  hang(): void;
  mend(): Promise<void>;
}

export async function breakableLink(databaseUrl: string): Promise<BreakableLink> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let hanging = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('data', (chunk) => void (hanging || to.write(chunk)));
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.on('error', () => undefined);
    }
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: url.href,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        drop();
      }),
    hang: () => {
      hanging = true;
    },
    mend: async () => {
      hanging = false;
      drop();
      if (!server.listening) await listen(port);
    },
  };
}
