import { uuidv7 } from 'uuidv7';
import { designateAreaInput } from '@/domain/acts/area';
import { inferAreaKind } from '@/domain/place/kind';
import { placeKey } from '@/domain/place/normalize';
import { verb } from '@/server/acts/verb';
import { assertMay } from '@/server/auth/viewer';
import { notFound, Problem } from '@/server/errors';
import { statusEvent } from './area-event';
import { changeAreas, insertAreas } from './area-versions';
import { confirmWhole } from './confirm-whole';
import { ruleSetAt } from './decide-area';
import { openDesignations } from './designation-rows';
import { divisionPaths } from './division-path';
import { OWN_AUTHORITY } from './own-authority';
import { recordedLevels, refuseOverlap } from './recorded-levels';

/**
 * Designate a place as a high- or medium-risk area under the rule set in force when it takes effect (划定).
 * A place that was an area before keeps its identity and its spelling; another kind or population is audited.
 * @returns the area's id.
 * @throws Problem invalid-input (fields named; `confirmedWhole` for a whole county or more), not-found (division missing or outside the viewer's reach), conflict
 * when a level already stands there, is decided to end later, or ended later than the new one would begin.
 */
export const designateArea = verb({
  name: 'designate-area',
  capability: 'designate',
  on: 'This division',
  schema: designateAreaInput,
  kind: 'recording',
  run: async (tx, viewer, at, given, { drill }) => {
    const division = (await divisionPaths(tx, [given.divisionCode])).get(given.divisionCode);
    assertMay(viewer, 'designate', division?.path ?? null, 'This division');
    if (!division) throw notFound('This division');
    const policy = ruleSetAt(given.effectiveAt);
    if (!policy.levels.includes(given.level)) {
      throw new Problem(
        'invalid-input',
        `${policy.name.en} knows no ${given.level.toLowerCase()}-risk area.`,
        [{ pointer: '/level', reason: `not a level of ${policy.id}` }],
      );
    }
    if (given.effectiveAt > at + 24 * 3_600_000) {
      throw new Problem('invalid-input', 'A designation can take effect at most 24 hours from now.', [
        { pointer: '/effectiveAt', reason: 'more than 24 hours ahead' },
      ]);
    }
    const nameKey = placeKey(given.name);
    const existing = await tx.area.findFirst({
      where: { authorityId: OWN_AUTHORITY.id, divisionCode: division.code, nameKey },
    });
    if (existing) {
      refuseOverlap(existing, await recordedLevels(tx, existing.id), given.effectiveAt);
    }
    const area = {
      id: existing?.id ?? uuidv7(),
      authorityId: OWN_AUTHORITY.id,
      divisionCode: division.code,
      resolved: true,
      writtenPath: division.steps.map((step) => step.name).join(' '),
      // A place that was an area before is called as it was; other spellings of its name lead to it all the same.
      name: existing?.name ?? given.name,
      nameKey,
      aliases: existing?.aliases ?? [],
      kind: given.kind ?? existing?.kind ?? inferAreaKind(given.name),
      population: given.population ?? existing?.population ?? null,
      drill: existing?.drill ?? drill,
    };
    const { kind, population } = area;
    const { confirmedWhole } = given;
    const whole = await confirmWhole(tx, { division, name: given.name, kind, confirmedWhole, at });
    const altered = existing && (existing.kind !== kind || existing.population !== population);
    const recording = { actorId: viewer.id, at };
    if (!existing) await insertAreas(tx, [area], recording);
    if (altered) {
      const from = Math.min(given.effectiveAt, at);
      const restated = { areaId: area.id, from, cause: 'RESTATED' as const, reason: given.reason };
      await changeAreas(tx, [{ ...restated, attributes: { kind, population } }], recording);
    }
    const designation = {
      areaId: area.id,
      level: given.level,
      validFrom: given.effectiveAt,
      cause: 'DESIGNATED' as const,
      reason: given.reason,
      policyId: policy.id,
      policyVersion: policy.version,
      noticeNo: given.noticeNo ?? null,
      source: {
        kind: 'DECISION' as const,
        name: viewer.displayName,
        publishedAt: new Date(at).toISOString(),
      },
    };
    await openDesignations(tx, [designation], viewer.id, at);
    const event = statusEvent(
      { ...area, division },
      {
        from: null,
        to: given.level,
        effectiveAt: given.effectiveAt,
        recordedAt: at,
        cause: 'DESIGNATED',
        policy: { id: policy.id, version: policy.version },
        noticeNo: designation.noticeNo,
      },
    );
    const after = {
      level: given.level,
      effectiveAt: new Date(given.effectiveAt).toISOString(),
      noticeNo: designation.noticeNo,
      ...(altered ? { kind, population } : {}),
      ...(whole ? { whole: { ...whole } } : {}),
    };
    const before = altered ? { before: { kind: existing.kind, population: existing.population } } : {};
    const audit = {
      action: 'AREA_DESIGNATED',
      entity: 'area',
      entityId: area.id,
      reason: given.reason,
    } as const;
    return { result: { areaId: area.id }, changes: [event], audit: [{ ...audit, ...before, after }] };
  },
});
