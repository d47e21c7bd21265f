import type { FastifyInstance } from 'fastify';
import { notFound } from '@/server/errors';
import type { Runtime } from '@/server/runtime';
import { areaRoutes } from './area-routes';
import { changeRoutes } from './change-routes';
import { divisionRoutes } from './division-routes';
import { lookupRoutes } from './lookup-routes';
import { snapshotRoutes } from './snapshot-routes';

/** The public contract under /api/v1. */
export async function apiRoutes(app: FastifyInstance, { rt }: { rt: Runtime }): Promise<void> {
  await app.register(lookupRoutes, { rt });
  await app.register(areaRoutes, { rt });
  await app.register(divisionRoutes, { rt });
  await app.register(snapshotRoutes, { rt });
  await app.register(changeRoutes, { rt });
  app.all('/*', () => {
    throw notFound('This resource');
  });
}
