import type { FastifyInstance } from 'fastify';
import { divisionStanding } from '@/server/areas/division-standing';
import { assertMay } from '@/server/auth/viewer';
import { answersAt } from '@/server/lookup/answers-at';
import type { Runtime } from '@/server/runtime';
import { answerRead } from './answer';
import { noQuery } from './query';
import { type Asked, addressed, callerRoute } from './read-route';
import { writtenResult } from './written';

/** `GET /divisions/{code}`: a division, its derived level and what it holds; from memory, like the look-up. */
export async function divisionRoutes(app: FastifyInstance, { rt }: { rt: Runtime }): Promise<void> {
  const answer = async ({ viewer, request, reply }: Asked<unknown>) => {
    const asOf = answersAt(rt);
    const { version } = rt.lookup;
    const division = divisionStanding(rt, addressed(request, 'code'));
    const path = division.path.map((step) => `${step.code}/`).join('');
    assertMay(viewer, 'area-read', path, 'This division');
    return answerRead(rt, request, reply, { version, asOf, body: writtenResult(division) });
  };
  callerRoute(app, rt, '/divisions/:code', { capability: 'area-read', query: noQuery, answer });
}
