import type { RecordedLevel, RecordedVersion } from '@/domain/area/area-view';
import { programReason } from '@/domain/reason/program-reason';
import { sayReason } from '@/domain/reason/say-reason';
import type { AreaDetail } from '@/server/areas/area-detail';
import type { AreaStanding } from '@/server/areas/area-standing';
import { iso, writtenDecision, writtenWhy } from './written';

/** One area as the contract writes it. */
export function writtenArea(detail: AreaDetail, standing: AreaStanding) {
  const { id, name, aliases, kind, population, drill, resolved, writtenPath, division, authority } = detail;
  return {
    id,
    name,
    aliases,
    kind,
    divisionCode: division?.code ?? null,
    path: division?.steps ?? [],
    resolved,
    writtenPath,
    population,
    drill,
    authority: authority.id,
    level: standing.level,
    since: iso(standing.since),
    why: writtenWhy(standing.why),
    noticeNo: detail.noticeNo,
    ...writtenReason(detail.reason),
    policy: detail.policy,
    earliestRelease: iso(detail.decision?.earliestRelease ?? null),
    sentence: standing.sentence,
  };
}

/** A reason as the contract writes it: in Chinese, with its code where the program gave it and no person did. */
function writtenReason(stored: string | null) {
  return {
    reason: stored === null ? null : sayReason(stored, 'zh'),
    reasonCode: stored === null ? null : (programReason(stored)?.code ?? null),
  };
}

/** One recorded designation as the contract writes it. Who recorded it is for the audit trail, not for other systems. */
export function writtenHistory({ actorId: _actor, source, ...row }: RecordedLevel) {
  const { name, ...unnamed } = source as { kind: string; name: string };
  return {
    ...row,
    ...writtenReason(row.reason),
    source: unnamed.kind === 'DECISION' ? unnamed : { ...unnamed, name },
    validFrom: iso(row.validFrom),
    validTo: iso(row.validTo),
    recordedFrom: iso(row.recordedFrom),
    recordedTo: iso(row.recordedTo),
  };
}

/** One version of an area as the contract writes it. */
export function writtenVersion({ actorId: _actor, ...row }: RecordedVersion) {
  return {
    ...row,
    ...writtenReason(row.reason),
    validFrom: iso(row.validFrom),
    validTo: iso(row.validTo),
    recordedFrom: iso(row.recordedFrom),
    recordedTo: iso(row.recordedTo),
  };
}

/** Why an area stands at its level: the rule's count with its evidence, and what ended the last level. */
export function writtenExplanation(detail: AreaDetail, standing: AreaStanding) {
  const { decision, facts, authority } = detail;
  const { ended } = standing;
  return {
    areaId: detail.id,
    level: standing.level,
    since: iso(standing.since),
    why: writtenWhy(standing.why),
    policy: detail.policy,
    /** False for an imported area: it follows its list. */
    followsRule: authority.own,
    ...(decision ? writtenDecision(decision) : NOT_RULED),
    sentence: standing.sentence,
    ended: ended && {
      ...ended,
      ...writtenReason(ended.reason),
      endedAt: iso(ended.endedAt),
      decision: ended.decision && writtenDecision(ended.decision),
    },
    evidence: {
      infections: facts.infections.map((row) => ({ ...row, recordedAt: iso(row.recordedAt) })),
      rounds: facts.rounds.map((row) => ({
        ...row,
        from: iso(row.from),
        to: iso(row.to),
        recordedAt: iso(row.recordedAt),
      })),
    },
  };
}

const NOT_RULED = {
  outcome: null,
  to: null,
  counting: null,
  round: null,
  missing: [],
  dueAt: null,
  earliestRelease: null,
};
