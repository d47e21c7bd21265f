import type { FastifyInstance, FastifyRequest } from 'fastify';
import { areaDetail } from '@/server/areas/area-detail';
import { areaHistory, areaVersions } from '@/server/areas/area-history';
import { areaStanding } from '@/server/areas/area-standing';
import type { Runtime } from '@/server/runtime';
import { callerOf } from './access';
import { answerRead } from './answer';
import { areaList, listQuery } from './area-list';
import { noQuery, queryOf } from './query';
import { addressed, type Read, readRoute } from './read-route';
import { writtenArea, writtenExplanation, writtenHistory, writtenVersion } from './written-area';

/** Areas of the contract: the listing in both times, one area, its history, and why it stands at its level. */
export async function areaRoutes(app: FastifyInstance, { rt }: { rt: Runtime }): Promise<void> {
  const one = (url: string, read: Read) => readRoute(app, url, read);

  one('/areas', async (request, reply) => {
    const viewer = await callerOf(rt, request, 'area-read');
    const given = queryOf(listQuery, request);
    const version = rt.log.head;
    const { asOf, knownAt, areas, next } = await areaList(rt, viewer, given);
    // Where the next page begins, not the cursor: that carries the instant of asking and would change every time.
    const tagged = [areas, next && areas.at(-1)?.id];
    return answerRead(rt, request, reply, {
      version,
      asOf,
      body: { knownAt: new Date(knownAt).toISOString(), areas, next },
      tagged,
    });
  });

  const begin = async (request: FastifyRequest) => {
    const viewer = await callerOf(rt, request, 'area-read');
    queryOf(noQuery, request);
    const version = rt.log.head;
    return { viewer, version, id: addressed(request, 'id').toLowerCase() };
  };

  one('/areas/:id', async (request, reply) => {
    const { viewer, version, id } = await begin(request);
    const detail = await areaDetail(rt, viewer, id);
    const body = writtenArea(detail, await areaStanding(rt, detail));
    return answerRead(rt, request, reply, { version, asOf: detail.at, body });
  });

  one('/areas/:id/history', async (request, reply) => {
    const { viewer, version, id } = await begin(request);
    const asOf = rt.clock.now();
    const designations = (await areaHistory(rt, viewer, id)).map(writtenHistory);
    const versions = (await areaVersions(rt, id)).map(writtenVersion);
    return answerRead(rt, request, reply, { version, asOf, body: { areaId: id, designations, versions } });
  });

  one('/areas/:id/explanation', async (request, reply) => {
    const { viewer, version, id } = await begin(request);
    const detail = await areaDetail(rt, viewer, id);
    const body = writtenExplanation(detail, await areaStanding(rt, detail));
    return answerRead(rt, request, reply, { version, asOf: detail.at, body });
  });
}
