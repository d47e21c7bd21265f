import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { areaDetail } from '@/server/areas/area-detail';
import { areaHistory } from '@/server/areas/area-history';
import { type AsOfFilter, areasAsOf } from '@/server/areas/areas-as-of';
import { parseInput } from '@/server/parse-input';
import type { Runtime } from '@/server/runtime';
import { callerOf } from './access';
import { answerRead } from './answer';
import { readCursor, writeCursor } from './cursor';
import { instant, wholeNumber } from './query';

const listQuery = z.strictObject({
  level: z.enum(['HIGH', 'MEDIUM', 'LOW'], { error: 'HIGH, MEDIUM or LOW' }).optional(),
  division: z.string().min(2).max(40).optional(),
  asOf: instant.optional(),
  knownAt: instant.optional(),
  q: z.string().trim().min(1).max(100, 'at most 100 characters').optional(),
  cursor: z.string().max(300).optional(),
  limit: wholeNumber(1, 1000, 100),
});
const nothing = z.strictObject({});
const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** Areas of the contract: the listing in both times, one area, its history, and why it stands at its level. */
export async function areaRoutes(app: FastifyInstance, { rt }: { rt: Runtime }): Promise<void> {
  app.get('/areas', async (request, reply) => {
    const viewer = await callerOf(rt, request, 'area:read');
    const { cursor, ...given } = parseInput(listQuery, request.query);
    const now = rt.clock.now();
    const version = rt.log.head;
    const begun = cursor ? readCursor(cursor) : { asOf: given.asOf ?? now, knownAt: given.knownAt ?? now };
    const filter: AsOfFilter = {
      asOf: begun.asOf,
      knownAt: begun.knownAt,
      limit: given.limit + 1,
      ...(given.level ? { level: given.level } : {}),
      ...(given.division ? { division: given.division } : {}),
      ...(given.q ? { q: given.q } : {}),
      ...('after' in begun ? { after: begun.after } : {}),
    };
    const found = await areasAsOf(rt.db, viewer, filter);
    const areas = found.slice(0, given.limit);
    const last = areas.at(-1);
    const next = found.length > given.limit && last ? writeCursor({ ...begun, after: last.id }) : null;
    return answerRead(rt, request, reply, { version, asOf: begun.asOf, body: { areas, next } });
  });

  app.get<{ Params: { id: string } }>('/areas/:id', async (request, reply) => {
    const viewer = await callerOf(rt, request, 'area:read');
    parseInput(nothing, request.query);
    const version = rt.log.head;
    const detail = await areaDetail(rt, viewer, request.params.id);
    const { facts: _facts, decision, sentence, at, division, since, ...area } = detail;
    const body = {
      ...area,
      since: iso(since),
      divisionCode: division?.code ?? null,
      path: division?.steps ?? [],
      earliestRelease: iso(decision?.earliestRelease ?? null),
      sentence,
    };
    return answerRead(rt, request, reply, { version, asOf: at, body });
  });

  app.get<{ Params: { id: string } }>('/areas/:id/history', async (request, reply) => {
    const viewer = await callerOf(rt, request, 'area:read');
    parseInput(nothing, request.query);
    const version = rt.log.head;
    const rows = await areaHistory(rt, viewer, request.params.id);
    const designations = rows.map((row) => ({
      ...row,
      validFrom: iso(row.validFrom),
      validTo: iso(row.validTo),
      recordedFrom: iso(row.recordedFrom),
      recordedTo: iso(row.recordedTo),
    }));
    return answerRead(rt, request, reply, { version, asOf: rt.clock.now(), body: { designations } });
  });

  app.get<{ Params: { id: string } }>('/areas/:id/explanation', async (request, reply) => {
    const viewer = await callerOf(rt, request, 'area:read');
    parseInput(nothing, request.query);
    const version = rt.log.head;
    const { decision, sentence, policy, facts, at, level, since } = await areaDetail(
      rt,
      viewer,
      request.params.id,
    );
    const body = {
      areaId: request.params.id,
      level,
      since: iso(since),
      policy,
      followsRule: decision !== null,
      outcome: decision?.outcome ?? null,
      to: decision?.to ?? null,
      counting: decision?.counting ?? null,
      round: decision?.round ?? null,
      missing: decision?.missing ?? [],
      dueAt: iso(decision?.dueAt ?? null),
      earliestRelease: iso(decision?.earliestRelease ?? null),
      sentence,
      evidence: { infections: facts.infections, rounds: facts.rounds },
    };
    return answerRead(rt, request, reply, { version, asOf: at, body });
  });
}
