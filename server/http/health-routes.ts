import type { FastifyInstance } from 'fastify';
import type { Runtime } from '@/server/runtime';
import { freshness } from './api/answer';

const PATIENCE_MS = 1_000;

/**
 * `/healthz`: the process answers. `/readyz`: it may be given work. The process listens only once the database is
 * migrated and the look-up index is loaded, so whoever gets an answer gets 200; it stays 200 while the database is
 * down, since look-up and snapshot serve on, and says so.
 */
export async function healthRoutes(app: FastifyInstance, { rt }: { rt: Runtime }): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async () => ({
    status: 'ready',
    migrated: true,
    divisions: rt.lookup.index.divisions.size,
    version: rt.lookup.version,
    database: await databaseState(rt),
    selfCheck: writtenCheck(rt),
    ...freshness(rt),
  }));
}

/** Whether the look-up index last agreed with the database, and when that was asked; null before the first time. */
function writtenCheck({ lookup }: Runtime) {
  return lookup.selfCheck && { ...lookup.selfCheck, at: new Date(lookup.selfCheck.at).toISOString() };
}

async function databaseState(rt: Runtime): Promise<'up' | 'down'> {
  const asked = rt.db.pool.query({ text: 'select 1', query_timeout: PATIENCE_MS } as { text: string });
  const answered = asked.then(
    () => 'up' as const,
    () => 'down' as const,
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'down'>((resolve) => {
    timer = setTimeout(() => resolve('down'), PATIENCE_MS);
  });
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}
