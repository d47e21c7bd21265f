import { resolveAreaInput } from '@/domain/acts/area';
import { liesIn } from '@/domain/division/lies-in';
import type { AuditLine } from '@/domain/record/audit-line';
import { verb } from '@/server/acts/verb';
import { assertMay } from '@/server/auth/viewer';
import { notFound, Problem } from '@/server/errors';
import { divisionBook } from '@/server/ingest/division-book';
import { renamedEvent } from './area-event';
import { changeAreas } from './area-versions';
import { divisionPaths, type PlacedDivision } from './division-path';

/**
 * Say in which division an area of an imported list lies whose written path did not lead to a county. What the path is
 * known to lead to binds: the viewer must reach it, and the division must lie in it. Identity, name and written path
 * stay; the next list finds it by that path.
 * @throws Problem not-found when the area is not an unresolved one of a list that the viewer may see, or the division
 * is outside their reach; invalid-input (`code` outside-written-path) when it lies outside the known part of the path;
 * conflict when that division has an area of this name under the same list already.
 */
export const resolveArea = verb({
  name: 'resolve-area',
  capability: 'area-resolve',
  on: 'An unresolved area of this id',
  schema: resolveAreaInput,
  kind: 'recording',
  prepare: ({ db }) => divisionBook(db),
  run: async (tx, viewer, at, { areaId, divisionCode, reason }, { prepared: book }) => {
    await tx.$queryRaw`select id from area where id = ${areaId}::uuid for update`;
    const area = await tx.area.findFirst({
      where: { id: areaId, resolved: false, authority: { own: false } },
    });
    const stored = area?.divisionCode ?? null;
    const written = area === null ? null : book.resolver.resolve(area.writtenPath).division;
    const placed = await divisionPaths(
      tx,
      [divisionCode, stored, written].flatMap((code) => code ?? []),
    );
    const storedPath = placed.get(stored ?? '')?.path ?? null;
    assertMay(viewer, 'area-resolve', storedPath, 'An unresolved area of this id');
    if (!area) throw notFound('An unresolved area of this id');
    const division = placed.get(divisionCode);
    assertMay(viewer, 'area-resolve', division?.path ?? null, 'This division');
    if (!division) throw notFound('This division');
    const known = finerOf(placed.get(stored ?? ''), placed.get(written ?? ''));
    if (known && !liesIn(division.path, known.path)) {
      const within = known.steps.map((step) => step.name).join(' ');
      throw new Problem(
        'invalid-input',
        `“${area.writtenPath}” leads to ${within}; the division must lie in it.`,
        [{ pointer: '/divisionCode', reason: `must lie in ${within}` }],
        { code: 'outside-written-path', within },
      );
    }
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
    // The place lay there all along; what is new is that it is known.
    const change = { areaId, from: null, cause: 'RESOLVED' as const, reason };
    const attributes = { divisionCode, resolved: true };
    await changeAreas(tx, [{ ...change, attributes }], { actorId: viewer.id, at });
    const event = renamedEvent(
      { ...area, division },
      { from: area.name, effectiveAt: at, recordedAt: at, cause: 'CORRECTED' },
    );
    const audit: AuditLine = {
      action: 'AREA_RESOLVED',
      entity: 'area',
      entityId: areaId,
      reason,
      before: { divisionCode: area.divisionCode },
      after: { divisionCode },
    };
    return { result: null, changes: [event], audit: [audit] };
  },
});

/** Of two divisions known for one path the one that says more; where they contradict, what was stored. */
function finerOf(
  stored: PlacedDivision | undefined,
  written: PlacedDivision | undefined,
): PlacedDivision | undefined {
  if (!stored || !written) return stored ?? written;
  return liesIn(written.path, stored.path) ? written : stored;
}
