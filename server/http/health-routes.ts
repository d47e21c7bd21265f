import type { FastifyInstance } from 'fastify';
import type { Runtime } from '@/server/runtime';

/** `/healthz`: the process answers. `/readyz`: migrated and the look-up index is loaded; names the database's state. */
export async function healthRoutes(app: FastifyInstance, { rt }: { rt: Runtime }): Promise<void> {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async () => {
    const database = await rt.db.pool.query('select 1').then(
      () => 'up',
      () => 'down',
    );
    return { status: 'ready', database, version: rt.lookup.version };
  });
}
