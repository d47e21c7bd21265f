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
import { ruleSetAt } from './decide-area';
import { insertAreas, openDesignations } from './designation-rows';
import { divisionPaths } from './division-path';
import { divisionCodeText, effectiveInstant, noticeNumber, placeName, reasonText } from './inputs';
import { OWN_AUTHORITY } from './own-authority';

const schema = z.object({
  divisionCode: divisionCodeText,
  name: placeName,
  kind: z.enum(AREA_KINDS, { error: 'choose what kind of area it is' }).optional(),
  level: z.enum(['HIGH', 'MEDIUM'], { error: 'choose high or medium' }),
  effectiveAt: effectiveInstant,
  reason: reasonText,
  noticeNo: noticeNumber.optional(),
  population: z.coerce.number().int('a whole number').positive('more than 0').max(50_000_000).optional(),
});

/** What an officer states: place, level, the hour it takes effect (epoch ms) and why. */
export type DesignateAreaInput = z.input<typeof schema>;

/**
 * Designate a place as a high- or medium-risk area under the rule set in force when it takes effect (划定).
 * A place that was an area before keeps its identity.
 * @returns the area's id.
 * @throws Problem invalid-input (fields named), not-found (division missing or outside the viewer's reach), conflict
 * when a level already stands there.
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
      include: { designations: { where: { recordedTo: null, validTo: null } } },
    });
    const stands = existing?.designations[0];
    if (stands) {
      throw new Problem(
        'conflict',
        `${existing.name} already is a ${stands.level.toLowerCase()}-risk area; raise or lower it instead.`,
      );
    }
    const area = {
      id: existing?.id ?? uuidv7(),
      authorityId: OWN_AUTHORITY.id,
      divisionCode: division.code,
      resolved: true,
      writtenPath: division.steps.map((step) => step.name).join(' '),
      name: given.name,
      nameKey,
      aliases: existing?.aliases ?? [],
      kind: given.kind ?? inferAreaKind(given.name),
      population: given.population ?? existing?.population ?? null,
      drill: context.clock.drill,
    };
    if (!existing) await insertAreas(tx, [area], at);
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
    };
    return {
      result: { areaId: area.id },
      changes: [event],
      audit: [{ action: 'AREA_DESIGNATED', entity: 'area', entityId: area.id, reason: given.reason, after }],
    };
  });
}
