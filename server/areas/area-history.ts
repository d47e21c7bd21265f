import type { RecordedLevel, RecordedVersion } from '@/domain/area/area-view';
import type { Viewer } from '@/server/auth/viewer';
import type { ServiceContext } from '@/server/service-context';
import { areaDetail } from './area-detail';
import { divisionPaths } from './division-path';

/**
 * All designations of an area in both times, latest recorded first: what holds, what held, and what we once believed.
 * @throws Problem not-found as areaDetail does.
 */
export async function areaHistory(
  context: Pick<ServiceContext, 'db' | 'clock'>,
  viewer: Viewer,
  areaId: string,
): Promise<RecordedLevel[]> {
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

/** All versions of an area in both times, latest recorded first. The caller has checked that the viewer may see it. */
export async function areaVersions(
  context: Pick<ServiceContext, 'db'>,
  areaId: string,
): Promise<RecordedVersion[]> {
  const { prisma } = context.db;
  const rows = await prisma.areaVersion.findMany({
    where: { areaId },
    orderBy: [{ recordedFrom: 'desc' }, { validFrom: { sort: 'desc', nulls: 'last' } }],
  });
  const paths = await divisionPaths(
    prisma,
    rows.flatMap((row) => row.divisionCode ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    aliases: row.aliases,
    kind: row.kind,
    population: row.population,
    divisionCode: row.divisionCode,
    path: paths.get(row.divisionCode ?? '')?.steps.map((step) => step.name) ?? [],
    resolved: row.resolved,
    writtenPath: row.writtenPath,
    validFrom: row.validFrom?.getTime() ?? null,
    validTo: row.validTo?.getTime() ?? null,
    recordedFrom: row.recordedFrom.getTime(),
    recordedTo: row.recordedTo?.getTime() ?? null,
    cause: row.cause,
    reason: row.reason,
    actorId: row.actorId,
    supersedesId: row.supersedesId,
  }));
}
