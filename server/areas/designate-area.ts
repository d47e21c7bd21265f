import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { AREA_KINDS } from '@/domain/area/types';
import { inferAreaKind } from '@/domain/place/kind';
import { placeKey } from '@/domain/place/normalize';
import type { Viewer } from '@/server/auth/viewer';
import { assertMay } from '@/server/auth/viewer';
import { transactNow } from '@/server/db/transact';
import { notFound, Problem } from '@/server/errors';
import { parseInput } from '@/server/parse-input';
import type { ServiceContext } from '@/server/service-context';
import { statusEvent } from './area-event';
import { changeAreas, insertAreas } from './area-versions';
import { confirmWhole } from './confirm-whole';
import { ruleSetAt } from './decide-area';
import { openDesignations } from './designation-rows';
import { divisionPaths } from './division-path';
import { divisionCodeText, effectiveInstant, noticeNumber, placeName, reasonText } from './inputs';
import { OWN_AUTHORITY } from './own-authority';
import { recordedLevels, refuseOverlap } from './recorded-levels';

const schema = z.object({
  divisionCode: divisionCodeText,
  name: placeName,
  kind: z.enum(AREA_KINDS, { error: 'choose what kind of area it is' }).optional(),
  level: z.enum(['HIGH', 'MEDIUM'], { error: 'choose high or medium' }),
  effectiveAt: effectiveInstant,
  reason: reasonText,
  noticeNo: noticeNumber.optional(),
  /** The whole of a county or more is meant; asked with the figures of what that is. */
  confirmedWhole: z.boolean().default(false),
  population: z.coerce.number().int('a whole number').positive('more than 0').max(50_000_000).optional(),
});

/** What an officer states: place, level, the hour it takes effect (epoch ms) and why. */
export type DesignateAreaInput = z.input<typeof schema>;

/**
 * Designate a place as a high- or medium-risk area under the rule set in force when it takes effect (划定).
 * A place that was an area before keeps its identity and its spelling; another kind or population is audited.
 * @returns the area's id.
 * @throws Problem invalid-input (fields named; `confirmedWhole` for a whole county or more), not-found (division missing or outside the viewer's reach), conflict
 * when a level already stands there, is decided to end later, or ended later than the new one would begin.
 */
export async function designateArea(
  context: ServiceContext,
  viewer: Viewer,
  input: DesignateAreaInput,
): Promise<{ areaId: string }> {
  const given = parseInput(schema, input);
  return transactNow(context.db, context.clock, viewer.id, async (tx, at) => {
    const division = (await divisionPaths(tx, [given.divisionCode])).get(given.divisionCode);
    assertMay(viewer, 'command', division?.path ?? null, 'This division');
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
      refuseOverlap(existing.name, await recordedLevels(tx, existing.id), given.effectiveAt);
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
      drill: existing?.drill ?? context.clock.drill,
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
    const audit = { action: 'AREA_DESIGNATED', entity: 'area', entityId: area.id, reason: given.reason };
    return { result: { areaId: area.id }, changes: [event], audit: [{ ...audit, ...before, after }] };
  });
}
