import type { AreaView } from '@/domain/area/area-view';
import { explain } from '@/domain/area/explain';
import { lostBasis } from '@/domain/area/lost-basis';
import { isHeldAt } from '@/domain/area/types';
import { ruleSetById } from '@/domain/policy/rule-set';
import { isUuid } from '@/domain/text/input-text';
import type { Viewer } from '@/server/auth/viewer';
import { assertMay } from '@/server/auth/viewer';
import { notFound } from '@/server/errors';
import type { ServiceContext } from '@/server/service-context';
import { decideArea } from './decide-area';
import { divisionPaths } from './division-path';
import { loadFacts } from './load-facts';

/** One area as its page and the contract show it. */
export interface AreaDetail extends AreaView {
  readonly resolved: boolean;
  readonly division: (AreaView['division'] & { readonly name: string; readonly path: string }) | null;
  readonly authority: AreaView['authority'] & { readonly id: string };
  readonly reason: string | null;
  readonly sentence: { readonly zh: string; readonly en: string } | null;
}

/**
 * One area with the rule's answer at the clock's present.
 * @throws Problem not-found when it does not exist or lies outside the viewer's subtree.
 */
export async function areaDetail(
  context: Pick<ServiceContext, 'db' | 'clock'>,
  viewer: Viewer,
  areaId: string,
): Promise<AreaDetail> {
  const at = context.clock.now();
  const { prisma } = context.db;
  const area = isUuid(areaId)
    ? await prisma.area.findUnique({ where: { id: areaId }, include: { authority: true } })
    : null;
  const code = area?.divisionCode;
  const division = (code && (await divisionPaths(prisma, [code])).get(code)) || null;
  assertMay(viewer, 'area-read', area ? (division?.path ?? null) : null, 'This area');
  if (!area) throw notFound('This area');
  const known = (await loadFacts(prisma, [areaId])).get(areaId) ?? {
    designations: [],
    infections: [],
    rounds: [],
  };
  const judged = decideArea(known, at);
  const standing = judged.designationId
    ? await prisma.designation.findUnique({ where: { id: judged.designationId } })
    : null;
  const rules = ruleSetById(judged.policy.id, judged.policy.version);
  const decision = area.authority.own ? judged : null;
  const {
    authority,
    createdAt: _created,
    geometry: _geometry,
    authorityId: _id,
    divisionCode: _code,
    nameKey: _key,
    ...rest
  } = area;
  return {
    ...rest,
    division,
    authority,
    level: judged.status,
    since: judged.since,
    noticeNo: standing?.noticeNo ?? null,
    reason: standing?.reason ?? null,
    policy: {
      ...judged.policy,
      nameZh: rules?.name.zh ?? '',
      nameEn: rules?.name.en ?? '',
      basis: rules?.basis ?? '',
    },
    at,
    facts: {
      designations: known.designations,
      infections: known.infections.filter((row) => isHeldAt(row, at)),
      rounds: known.rounds.filter((row) => isHeldAt(row, at)),
    },
    former: {
      infections: known.infections.filter((row) => row.recordedTo !== null && row.recordedTo <= at),
      rounds: known.rounds.filter((row) => row.recordedTo !== null && row.recordedTo <= at),
    },
    decision,
    sentence: decision && explain(decision),
    basis: area.authority.own ? lostBasis(known, at) : null,
  };
}
