import { z } from 'zod';
import type { AuditView } from '@/domain/area/area-view';
import { storedDecision } from '@/domain/area/stored-decision';
import { programReason } from '@/domain/reason/program-reason';
import { ruleReason } from '@/domain/reason/rule-reason';
import { isUuid } from '@/domain/text/input-text';
import { assertMay, type Viewer } from '@/server/auth/viewer';
import { notFound } from '@/server/errors';
import type { ServiceContext } from '@/server/service-context';
import { divisionPaths } from './division-path';

/**
 * Who did what to this area, latest first; for those who may command it.
 * @param limit lines at most; older ones are left out.
 * @throws Problem not-found when the area does not exist, lies outside the viewer's subtree, or the role may not see it.
 */
export async function areaAudit(
  context: Pick<ServiceContext, 'db'>,
  viewer: Viewer,
  areaId: string,
  limit = 200,
): Promise<AuditView[]> {
  const { prisma } = context.db;
  const area = isUuid(areaId) ? await prisma.area.findUnique({ where: { id: areaId } }) : null;
  const code = area?.divisionCode;
  const path = code ? ((await divisionPaths(prisma, [code])).get(code)?.path ?? null) : null;
  assertMay(viewer, 'audit-read', area && path, 'This area');
  if (!area) throw notFound('This area');
  const rows = await prisma.auditEntry.findMany({
    where: { entity: 'area', entityId: areaId },
    orderBy: { seq: 'desc' },
    take: limit,
  });
  return rows.map(({ seq, at, actorId, action, reason, before, after, hash }) => ({
    seq: Number(seq),
    at: at.getTime(),
    actorId,
    action,
    reason: action === 'AREA_LOWERED_BY_RULE' ? loweredReason(reason, after) : reason,
    before,
    after,
    hash,
  }));
}

/** Lines sealed before reasons were codes say in Chinese what their decision says in figures. */
function loweredReason(reason: string, after: unknown): string {
  if (programReason(reason) !== null) return reason;
  const { decision } = z.object({ decision: z.unknown() }).catch({ decision: null }).parse(after);
  const read = storedDecision(decision);
  return read?.outcome === 'LOWER' ? ruleReason(read) : reason;
}
