import { z } from 'zod';
import { assertMay, type Viewer } from '@/server/auth/viewer';
import { transactNow } from '@/server/db/transact';
import { notFound, Problem } from '@/server/errors';
import { parseInput } from '@/server/parse-input';
import type { ServiceContext } from '@/server/service-context';
import { renamedEvent } from './area-event';
import { divisionPaths } from './division-path';
import { divisionCodeText, reasonText } from './inputs';

const schema = z.object({
  areaId: z.uuid('an area'),
  divisionCode: divisionCodeText,
  reason: reasonText,
});

/**
 * Say in which division an area of an imported list lies whose written path led to none. Identity, name and written path
 * stay; the next list finds it by that path.
 * @throws Problem not-found when the area is not an unresolved one of a list, or the division is outside the viewer's
 * reach; conflict when that division has an area of this name under the same list already.
 */
export async function resolveArea(
  context: ServiceContext,
  viewer: Viewer,
  input: z.input<typeof schema>,
): Promise<void> {
  const { areaId, divisionCode, reason } = parseInput(schema, input);
  await transactNow(context.db, context.clock, viewer.id, async (tx, at) => {
    const division = (await divisionPaths(tx, [divisionCode])).get(divisionCode);
    assertMay(viewer, 'import', division?.path ?? null, 'This division');
    if (!division) throw notFound('This division');
    await tx.$queryRaw`select id from area where id = ${areaId}::uuid for update`;
    const area = await tx.area.findFirst({
      where: { id: areaId, resolved: false, authority: { own: false } },
    });
    if (!area) throw notFound('An unresolved area of this id');
    const { authorityId, nameKey } = area;
    const same = await tx.area.findFirst({
      where: { authorityId, nameKey, divisionCode, id: { not: areaId } },
      select: { id: true },
    });
    if (same) {
      throw new Problem('conflict', `${division.name} has an area of this name already.`, [
        { pointer: '/divisionCode', reason: 'an area of this name lies there already' },
      ]);
    }
    await tx.area.update({ where: { id: areaId }, data: { divisionCode, resolved: true } });
    const event = renamedEvent({ ...area, division }, { from: area.name, effectiveAt: at, recordedAt: at });
    const audit = {
      action: 'AREA_RESOLVED',
      entity: 'area',
      entityId: areaId,
      reason,
      before: { divisionCode: area.divisionCode },
      after: { divisionCode },
    };
    return { result: undefined, changes: [event], audit: [audit] };
  });
}
