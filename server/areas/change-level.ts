import { changeLevelInput } from '@/domain/acts/area';
import type { DesignationCause } from '@/domain/area/types';
import { compareLevels, type StatedLevel } from '@/domain/level/level';
import { ruleSetById } from '@/domain/policy/rule-set';
import type { AuditLine } from '@/domain/record/audit-line';
import { verb } from '@/server/acts/verb';
import { Problem } from '@/server/errors';
import { statusEvent } from './area-event';
import { confirmWhole } from './confirm-whole';
import { ruleSetAt } from './decide-area';
import { endDesignations, openDesignations } from './designation-rows';
import { lockArea } from './lock-area';
import { refuseOverlap } from './recorded-levels';

/**
 * Raise or lower an area by decision (调整). Lowering to low ends the designation: low is derived, never drawn.
 * @throws Problem not-found, invalid-input (fields named; `confirmedWhole` when a whole county or more goes up), conflict when another officer changed it first.
 */
export const changeLevel = verb({
  name: 'change-level',
  capability: 'level-change',
  on: 'This area',
  schema: changeLevelInput,
  kind: 'recording',
  run: async (tx, viewer, at, given) => {
    const area = await lockArea(tx, viewer, 'level-change', given.areaId);
    const { standing } = area;
    if (!standing) refuseOverlap(area, area.levels, given.effectiveAt);
    if ((standing?.id ?? null) !== given.expectedDesignationId) {
      throw new Problem(
        'conflict',
        'The level was changed by someone else in the meantime; look at the area again.',
      );
    }
    const fault = refusal(standing, given, at);
    if (fault) throw new Problem('invalid-input', `${fault.reason}.`, [fault]);
    const pinned = standing && ruleSetById(standing.policyId, standing.policyVersion);
    const policy = pinned ?? ruleSetAt(given.effectiveAt);
    const to: StatedLevel | null = given.to === 'LOW' ? null : given.to;
    if (to && !policy.levels.includes(to)) {
      throw new Problem('invalid-input', `${policy.name.en} knows no ${to.toLowerCase()}-risk area.`, [
        { pointer: '/to', reason: `not a level of ${policy.id}` },
      ]);
    }
    const cause: DecidedCause = causeOf(standing?.level ?? null, given.to);
    const { division } = area;
    const whole =
      division && to && cause !== 'LOWERED_BY_DECISION'
        ? await confirmWhole(tx, { ...area, division, confirmedWhole: given.confirmedWhole, at })
        : null;
    const source = {
      kind: 'DECISION' as const,
      name: viewer.displayName,
      publishedAt: new Date(at).toISOString(),
    };
    const common = { reason: given.reason, source };
    if (standing) {
      const end = { designationId: standing.id, endAt: given.effectiveAt, endCause: cause, ...common };
      await endDesignations(tx, [end], viewer.id, at);
    }
    if (to) {
      const begin = {
        areaId: area.id,
        level: to,
        validFrom: given.effectiveAt,
        cause,
        policyId: policy.id,
        policyVersion: policy.version,
        noticeNo: given.noticeNo ?? null,
        ...common,
      };
      await openDesignations(tx, [begin], viewer.id, at);
    }
    const change = {
      from: standing?.level ?? null,
      to,
      effectiveAt: given.effectiveAt,
      recordedAt: at,
      cause,
      policy: { id: policy.id, version: policy.version },
      noticeNo: given.noticeNo ?? null,
    };
    const said = {
      entity: 'area' as const,
      entityId: area.id,
      reason: given.reason,
      before: { level: standing?.level ?? null },
      after: {
        level: given.to,
        effectiveAt: new Date(given.effectiveAt).toISOString(),
        ...(whole ? { whole: { ...whole } } : {}),
      },
    };
    const lines: Record<DecidedCause, AuditLine> = {
      DESIGNATED: { action: 'AREA_DESIGNATED', ...said },
      RAISED: { action: 'AREA_RAISED', ...said },
      LOWERED_BY_DECISION: { action: 'AREA_LOWERED_BY_DECISION', ...said },
    };
    return { result: null, changes: [statusEvent(area, change)], audit: [lines[cause]] };
  },
});

type DecidedCause = Extract<DesignationCause, 'DESIGNATED' | 'RAISED' | 'LOWERED_BY_DECISION'>;

function causeOf(from: StatedLevel | null, to: StatedLevel): DecidedCause {
  if (from === null) return 'DESIGNATED';
  return compareLevels(to, from) > 0 ? 'RAISED' : 'LOWERED_BY_DECISION';
}

function refusal(
  standing: { level: StatedLevel; validFrom: number } | null,
  given: { to: StatedLevel; effectiveAt: number },
  at: number,
) {
  if (!standing && given.to === 'LOW')
    return { pointer: '/to', reason: 'No level stands that could be lowered' };
  if (standing?.level === given.to)
    return { pointer: '/to', reason: 'The area already stands at this level' };
  if (standing && given.effectiveAt <= standing.validFrom) {
    return { pointer: '/effectiveAt', reason: 'Takes effect at or before the present level began' };
  }
  return given.effectiveAt > at + 24 * 3_600_000
    ? { pointer: '/effectiveAt', reason: 'More than 24 hours ahead' }
    : null;
}
