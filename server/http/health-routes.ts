import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { DatabaseState } from '@/server/db/database-state';
import { freshness } from '@/server/lookup/freshness';
import type { DoorRuntime, Runtime } from '@/server/runtime';
import { queryOf } from './api/query';
import type { Pages } from './pages/pages';

const query = z.strictObject({ for: z.enum(['lookup', 'reads', 'writes']).default('lookup') });

const READABLE: readonly DatabaseState[] = ['up', 'read-only', 'full'];

/**
 * `/healthz`: the process answers. `/readyz`: it may be given work. Look-up and snapshot are served from memory whatever
 * the database does, so the answer is 200 for them; `?for=reads` and `?for=writes` are 503 while the database takes none.
 * `pages` says whether pages are rendered; null in a replica that has none.
 */
export async function healthRoutes(
  app: FastifyInstance,
  { rt, pages }: { rt: DoorRuntime; pages: Pages | null },
): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (request, reply) => {
    const asked = queryOf(query, request).for;
    const database = await rt.database.state();
    const ready = { lookup: true, reads: READABLE.includes(database), writes: database === 'up' };
    if (!ready[asked]) reply.code(503).header('retry-after', 5);
    return {
      status: ready[asked] ? 'ready' : 'not-ready',
      ready,
      migrated: true,
      divisions: rt.lookup.index.divisions.size,
      version: rt.lookup.version,
      database,
      pages: pages?.state ?? null,
      selfCheck: writtenCheck(rt),
      ...freshness(rt),
    };
  });
}

/** Whether the look-up index last agreed with the database, and when that was asked; null before the first time. */
function writtenCheck({ lookup }: Runtime) {
  return lookup.selfCheck && { ...lookup.selfCheck, at: new Date(lookup.selfCheck.at).toISOString() };
}
