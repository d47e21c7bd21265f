import { may } from '@/domain/access/capabilities';
import type { AuditView, GroundView, RecordedLevel, RecordedVersion } from '@/domain/area/area-view';
import type { Viewer } from '@/server/auth/viewer';
import type { Runtime } from '@/server/runtime';
import { actorNames } from './actor-names';
import { areaAudit } from './area-audit';
import { type AreaDetail, areaDetail } from './area-detail';
import { areaHistory, areaVersions } from './area-history';
import { type AreaRecords, areaRecords } from './area-records';
import { areaStanding } from './area-standing';
import { divisionStanding } from './division-standing';

/** Everything the page of one area shows to one viewer. */
export interface AreaPage {
  detail: AreaDetail;
  history: RecordedLevel[];
  versions: RecordedVersion[];
  records: AreaRecords;
  /** Null for those who may not see the audit trail. */
  audit: AuditView[] | null;
  /** Null while a level stands. */
  ground: GroundView | null;
  /** Display names by actor id; empty for those who may not know them. */
  names: ReadonlyMap<string, string>;
  mayCommand: boolean;
}

/**
 * Load the page of an area.
 * @throws Problem not-found when it does not exist or lies outside the viewer's subtree.
 */
export async function areaPage(
  rt: Pick<Runtime, 'db' | 'clock' | 'lookup'>,
  viewer: Viewer,
  areaId: string,
): Promise<AreaPage> {
  const detail = await areaDetail(rt, viewer, areaId);
  const { prisma } = rt.db;
  const mayCommand = may(viewer, 'level-change');
  const seesActors = may(viewer, 'audit-read');
  const [history, versions, records, audit] = await Promise.all([
    areaHistory(rt, viewer, areaId),
    areaVersions(rt, areaId),
    areaRecords(prisma, areaId),
    seesActors ? areaAudit(rt, viewer, areaId) : null,
  ]);
  const { infections, rounds, withdrawn } = records;
  const actors = [...history, ...versions, ...infections, ...rounds, ...withdrawn, ...(audit ?? [])];
  const withdrawers = [...infections, ...rounds].flatMap((row) => row.withdrawn ?? []);
  const ids = [...actors, ...withdrawers].map((row) => row.actorId);
  return {
    detail,
    history,
    versions,
    records,
    audit,
    ground: detail.level === null ? await areaGround(rt, detail) : null,
    names: seesActors ? await actorNames(prisma, ids) : new Map(),
    mayCommand,
  };
}

/** What holds at an area where no level stands, as the look-up says it; unknown where the look-up knows nothing. */
async function areaGround(
  rt: Pick<Runtime, 'db' | 'lookup' | 'clock'>,
  detail: AreaDetail,
): Promise<GroundView> {
  const { level } = await areaStanding(rt, detail);
  const county = detail.division?.steps[2] ?? detail.division?.steps.at(-1);
  if (!county || level === 'UNKNOWN') return { level, division: '', contains: { HIGH: 0, MEDIUM: 0 } };
  const { name, contains } = divisionStanding(rt, county.code);
  return { level, division: name, contains: { HIGH: contains.HIGH, MEDIUM: contains.MEDIUM } };
}
