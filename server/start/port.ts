import { createServer } from 'node:net';
import { StartupError } from '@/server/startup-error';

/** Make sure nobody listens there, before anything slow begins. @throws StartupError naming the port. */
export function assertPortFree(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be opened (${error.code})`;
      reject(new StartupError(`Port ${port} on ${host} ${reason}; set PORT to a free one.`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
