import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { PROJECT_ROOT } from '@/server/config';
import { notFound, PROBLEM_STATUS } from '@/server/errors';

/** `/docs/errors/{kind}`: what the `type` of a problem document points to, as the project's own page says it. */
export async function errorPages(app: FastifyInstance): Promise<void> {
  app.get<{ Params: { kind: string } }>('/docs/errors/:kind', async (request, reply) => {
    const { kind } = request.params;
    if (!Object.hasOwn(PROBLEM_STATUS, kind)) throw notFound('This page');
    const text = await readFile(path.join(PROJECT_ROOT, 'docs', 'errors', `${kind}.md`), 'utf8');
    reply.header('cache-control', 'public, max-age=3600').header('x-content-type-options', 'nosniff');
    return reply.type('text/markdown; charset=utf-8').send(text);
  });
}
