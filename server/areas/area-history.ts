import type { Viewer } from '@/server/auth/viewer';
import type { ServiceContext } from '@/server/service-context';
import { areaDetail } from './area-detail';

/** One recorded row of an area's history. Instants are epoch ms; `recordedTo` null means it is what we hold true now. */
export interface HistoryRow {
  id: string;
  level: 'HIGH' | 'MEDIUM' | 'LOW';
  validFrom: number;
  validTo: number | null;
  recordedFrom: number;
  recordedTo: number | null;
  cause: string;
  endCause: string | null;
  reason: string;
  noticeNo: string | null;
  policy: { id: string; version: number };
  source: unknown;
  actorId: string;
  supersedesId: string | null;
}

/**
 * All designations of an area in both times, latest recorded first: what holds, what held, and what we once believed.
 * @throws Problem not-found as areaDetail does.
 */
export async function areaHistory(
  context: Pick<ServiceContext, 'db' | 'clock'>,
  viewer: Viewer,
  areaId: string,
): Promise<HistoryRow[]> {
  await areaDetail(context, viewer, areaId);
  const rows = await context.db.prisma.designation.findMany({
    where: { areaId },
    orderBy: [{ recordedFrom: 'desc' }, { validFrom: 'desc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    level: row.level,
    validFrom: row.validFrom.getTime(),
    validTo: row.validTo?.getTime() ?? null,
    recordedFrom: row.recordedFrom.getTime(),
    recordedTo: row.recordedTo?.getTime() ?? null,
    cause: row.cause,
    endCause: row.endCause,
    reason: row.reason,
    noticeNo: row.noticeNo,
    policy: { id: row.policyId, version: row.policyVersion },
    source: row.source,
    actorId: row.actorId,
    supersedesId: row.supersedesId,
  }));
}
