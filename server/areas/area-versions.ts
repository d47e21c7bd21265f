import type { AreaKind } from '@/domain/area/types';
import { cutFrom } from '@/domain/time/two-time';
import type { AreaVersionCause } from '@/server/db/generated/client';
import { inChunks } from '@/server/db/in-chunks';
import type { RawTransaction } from '@/server/db/transaction';
import { type Recording, replaceRows } from '@/server/db/two-time';

/** What an area is called, where it lies and what it is. */
export interface AreaAttributes {
  divisionCode: string | null;
  resolved: boolean;
  writtenPath: string;
  name: string;
  /** domain/place placeKey(name) */
  nameKey: string;
  aliases: string[];
  kind: AreaKind;
  population: number | null;
}

/** An area as it enters. */
export interface NewArea extends AreaAttributes {
  id: string;
  authorityId: string;
  drill: boolean;
}

/** What becomes of an area. */
export interface AreaChange {
  areaId: string;
  /** Epoch ms from which it is so. Null: it was so all along, and what was recorded before is corrected. */
  from: number | null;
  cause: AreaVersionCause;
  reason: string;
  attributes: Partial<AreaAttributes>;
}

/** Add areas, as many as there are, in one statement. The database adds the first version of each. */
export async function insertAreas(
  tx: RawTransaction,
  areas: readonly NewArea[],
  { actorId, at }: Recording,
): Promise<void> {
  if (areas.length === 0) return;
  await tx.$executeRaw`
    insert into area (id, authority_id, division_code, resolved, written_path, name, name_key, aliases, kind, population,
                      drill, created_at, created_by)
    select id, "authorityId", "divisionCode", resolved, "writtenPath", name, "nameKey", aliases, kind, population, drill,
           ${new Date(at)}, ${actorId}
    from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) as line(
      id uuid, "authorityId" text, "divisionCode" text, resolved boolean, "writtenPath" text, name text, "nameKey" text,
      aliases text[], kind area_kind, population int, drill boolean)`;
}

interface HeldVersion {
  id: string;
  areaId: string;
  validFrom: Date | null;
  validTo: Date | null;
}

/**
 * Give areas other attributes: versions that no longer hold true are closed, and others take their place. The attributes
 * now on `area` follow by themselves.
 * @param changes at most one of an area
 * @throws Problem conflict when the name is taken in the division.
 */
export async function changeAreas(
  tx: RawTransaction,
  changes: readonly AreaChange[],
  recording: Recording,
): Promise<void> {
  await inChunks(changes, async (chunk) => {
    const held = await heldVersions(tx, chunk);
    const rows = chunk.flatMap(({ areaId, from, cause, reason, attributes }) =>
      cutFrom(held.get(areaId) ?? [], from).map(({ row, endsAt, follows }) => {
        const { validFrom, validTo } = follows;
        const next = { ...attributes, cause, reason, validFrom: dateOf(validFrom), validTo: dateOf(validTo) };
        const left = endsAt === null ? [] : [{ validTo: dateOf(endsAt) }];
        return { id: row.id, reason, by: [...left, next] };
      }),
    );
    // A version of which a part stays has ended; of which none stays, it is corrected.
    const ended = rows.filter(({ by }) => by.length > 1);
    await replaceRows(tx, 'area_version', ended, 'ENDED', recording);
    const corrected = rows.filter(({ by }) => by.length === 1);
    await replaceRows(tx, 'area_version', corrected, 'CORRECTED', recording);
  });
}

async function heldVersions(tx: RawTransaction, changes: readonly AreaChange[]) {
  const ids = changes.map(({ areaId }) => areaId);
  const rows = await tx.$queryRaw<HeldVersion[]>`
    select id, area_id as "areaId", valid_from as "validFrom", valid_to as "validTo" from area_version
    where area_id = any(${ids}::uuid[]) and recorded_to is null order by valid_from nulls first`;
  const held = new Map<string, { id: string; validFrom: number | null; validTo: number | null }[]>();
  for (const { id, areaId, validFrom, validTo } of rows) {
    const version = { id, validFrom: validFrom?.getTime() ?? null, validTo: validTo?.getTime() ?? null };
    held.set(areaId, [...(held.get(areaId) ?? []), version]);
  }
  return held;
}

const dateOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
