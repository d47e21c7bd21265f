import type { FastifyInstance } from 'fastify';
import { notFound } from '@/server/errors';
import type { Runtime } from '@/server/runtime';
import { API_HEADERS } from './api-headers';
import { areaRoutes } from './area-routes';
import { changeRoutes } from './change-routes';
import { divisionRoutes } from './division-routes';
import { callerKeys, DATABASE_READS, type Limit, limitOf } from './limits';
import { lookupRoutes } from './lookup-routes';
import { snapshotRoutes } from './snapshot-routes';

/** The public contract under /api/v1. */
export async function apiRoutes(
  app: FastifyInstance,
  { rt, limitLookups }: { rt: Runtime; limitLookups: Limit },
): Promise<void> {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(API_HEADERS);
    done();
  });
  await app.register(lookupRoutes, { rt, limitLookups });
  await app.register(async (reads) => {
    reads.addHook('preHandler', limitOf(reads, DATABASE_READS, callerKeys(rt)));
    await reads.register(areaRoutes, { rt });
    await reads.register(divisionRoutes, { rt });
    await reads.register(snapshotRoutes, { rt });
    await reads.register(changeRoutes, { rt });
  });
  app.all('/*', () => {
    throw notFound('This resource');
  });
}
