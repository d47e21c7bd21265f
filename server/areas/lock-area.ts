import type { Capability } from '@/domain/access/capabilities';
import type { AreaKind } from '@/domain/area/types';
import { isUuid } from '@/domain/text/input-text';
import { assertMay, type Viewer } from '@/server/auth/viewer';
import type { Transaction } from '@/server/db/transaction';
import { notFound, Problem } from '@/server/errors';
import type { EventArea } from './area-event';
import { divisionPaths } from './division-path';
import { type RecordedLevel, recordedLevels } from './recorded-levels';

/** An area held for the rest of the transaction, with its levels and the one among them that has no end, if any. */
export interface LockedArea extends EventArea {
  authorityId: string;
  kind: AreaKind;
  levels: readonly RecordedLevel[];
  standing: RecordedLevel | null;
}

interface Row {
  id: string;
  name: string;
  aliases: string[];
  writtenPath: string;
  divisionCode: string | null;
  drill: boolean;
  kind: AreaKind;
  authorityId: string;
  own: boolean;
}

/**
 * Lock an area of the headquarters' own for a change: everything that decides about it queues here, so a new infection
 * and the downgrade never pass each other.
 * @throws Problem not-found when it does not exist, is outside the viewer's reach, or is `invalid-input` when the area
 * belongs to an imported list, which follows its list and not our rule.
 */
export async function lockArea(
  tx: Transaction,
  viewer: Viewer,
  capability: Capability,
  areaId: string,
): Promise<LockedArea> {
  if (!isUuid(areaId)) throw notFound('This area');
  const [row] = await tx.$queryRaw<Row[]>`
    select a.id, a.name, a.aliases, a.written_path as "writtenPath", a.division_code as "divisionCode", a.drill, a.kind::text,
           a.authority_id as "authorityId", authority.own
    from area a join authority on authority.id = a.authority_id where a.id = ${areaId}::uuid for update of a`;
  const division = row?.divisionCode
    ? (await divisionPaths(tx, [row.divisionCode])).get(row.divisionCode)
    : undefined;
  assertMay(viewer, capability, row ? (division?.path ?? null) : null, 'This area');
  if (!row) throw notFound('This area');
  if (!row.own) {
    throw new Problem(
      'invalid-input',
      'This area follows an imported list; designate it as an area of the headquarters first.',
    );
  }
  const levels = await recordedLevels(tx, areaId);
  const { own: _own, divisionCode: _code, ...area } = row;
  return { ...area, division, levels, standing: levels.find(({ validTo }) => validTo === null) ?? null };
}
