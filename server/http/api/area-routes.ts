import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { areaDetail } from '@/server/areas/area-detail';
import { areaHistory, areaVersions } from '@/server/areas/area-history';
import { areaStanding } from '@/server/areas/area-standing';
import type { Runtime } from '@/server/runtime';
import { answerRead } from './answer';
import { areaList, listQuery } from './area-list';
import { noQuery } from './query';
import { type Asked, addressed, callerRoute } from './read-route';
import { writtenArea, writtenExplanation, writtenHistory, writtenVersion } from './written-area';

/** Areas of the contract: the listing in both times, one area, its history, and why it stands at its level. */
export async function areaRoutes(app: FastifyInstance, { rt }: { rt: Runtime }): Promise<void> {
  const list = async ({ viewer, query, request, reply }: Asked<z.output<typeof listQuery>>) => {
    const version = rt.log.head;
    const { asOf, knownAt, areas, next } = await areaList(rt, viewer, query);
    // Where the next page begins, not the cursor: that carries the instant of asking and would change every time.
    const tagged = [areas, next && areas.at(-1)?.id];
    return answerRead(rt, request, reply, {
      version,
      asOf,
      body: { knownAt: new Date(knownAt).toISOString(), areas, next },
      tagged,
    });
  };
  callerRoute(app, rt, '/areas', { capability: 'area-read', query: listQuery, answer: list });

  /** A read of one area; `version` is of the log before it was looked at. */
  const one = (url: string, read: (asked: Asked<unknown> & { id: string; version: number }) => unknown) => {
    const answer = (asked: Asked<unknown>) => {
      const id = addressed(asked.request, 'id').toLowerCase();
      return read({ ...asked, id, version: rt.log.head });
    };
    callerRoute(app, rt, url, { capability: 'area-read', query: noQuery, answer });
  };

  one('/areas/:id', async ({ viewer, version, id, request, reply }) => {
    const detail = await areaDetail(rt, viewer, id);
    const body = writtenArea(detail, await areaStanding(rt, detail));
    return answerRead(rt, request, reply, { version, asOf: detail.at, body });
  });

  one('/areas/:id/history', async ({ viewer, version, id, request, reply }) => {
    const asOf = rt.clock.now();
    const designations = (await areaHistory(rt, viewer, id)).map(writtenHistory);
    const versions = (await areaVersions(rt, id)).map(writtenVersion);
    return answerRead(rt, request, reply, { version, asOf, body: { areaId: id, designations, versions } });
  });

  one('/areas/:id/explanation', async ({ viewer, version, id, request, reply }) => {
    const detail = await areaDetail(rt, viewer, id);
    const body = writtenExplanation(detail, await areaStanding(rt, detail));
    return answerRead(rt, request, reply, { version, asOf: detail.at, body });
  });
}
