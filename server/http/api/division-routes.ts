import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { divisionStanding } from '@/server/areas/division-standing';
import { parseInput } from '@/server/parse-input';
import type { Runtime } from '@/server/runtime';
import { callerOf } from './access';
import { answerRead } from './answer';

const nothing = z.strictObject({});

/** `GET /divisions/{code}`: a division, its derived level and what it holds. */
export async function divisionRoutes(app: FastifyInstance, { rt }: { rt: Runtime }): Promise<void> {
  app.get<{ Params: { code: string } }>('/divisions/:code', async (request, reply) => {
    await callerOf(rt, request, 'area:read');
    parseInput(nothing, request.query);
    const body = await divisionStanding(rt, request.params.code);
    return answerRead(rt, request, reply, { version: rt.log.head, asOf: rt.clock.now(), body });
  });
}
