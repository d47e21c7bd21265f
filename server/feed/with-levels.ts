import type { Level } from '@/domain/level/level';
import type { Prisma } from '@/server/db/generated/client';
import { type EndedGround, groundLevels, type Reader } from './ground-levels';

/** A change event as far as its levels are concerned. */
interface Told {
  readonly type: string;
  readonly subject: string;
  readonly effectiveAt: number;
  readonly data: Prisma.InputJsonObject;
}

/** As a verb states them; `to` null where a level ends and nothing is stated in its place. */
interface StatedLevels {
  readonly from: Level | null;
  readonly to: Level | null;
}

const STATUS = 'fengqu.area-status.changed.v1';

/**
 * The last step before a recording's events are appended: every event says the level that follows. Where a level ends,
 * `to` is what the look-up then answers for that ground, after all of this recording and at the later of its instant and
 * the event's own. `from` is the `to` that was last told of the area, so that a reader who keeps the last level of each
 * area never finds another one said to have stood before; null for an area never told of.
 * @param at recorded instant, epoch ms
 */
export async function withLevels(
  reader: Reader,
  changes: readonly Told[],
  at: number,
): Promise<readonly Told[]> {
  const stated = changes.filter((change) => change.type === STATUS);
  if (stated.length === 0) return changes;
  const told = await lastTold(reader, stated);
  const ended = new Map<Told, EndedGround>();
  for (const change of stated) {
    if (levelsOf(change).to === null) ended.set(change, groundOf(change, at));
  }
  const grounds = await groundLevels(reader, [...ended.values()]);
  return changes.map((change) => {
    if (change.type !== STATUS) return change;
    const { from, to } = levelsOf(change);
    const ground = ended.get(change);
    const follows = to ?? (ground && grounds.get(ground)) ?? 'UNKNOWN';
    const level = { from: told.get(change.subject) ?? from, to: follows };
    told.set(change.subject, follows);
    return { ...change, data: { ...change.data, level } };
  });
}

// Written by `statusEvent` alone.
function levelsOf({ data }: Told): StatedLevels {
  return data.level as unknown as StatedLevels;
}

function groundOf({ data, subject, effectiveAt }: Told, at: number): EndedGround {
  const { divisionCode, name } = data as { divisionCode: string | null; name: string };
  return { areaId: subject, divisionCode, name, at: Math.max(effectiveAt, at) };
}

/** Where a level stands, it is what was last told: none begins untold. Elsewhere the log is asked. */
async function lastTold(reader: Reader, changes: readonly Told[]): Promise<Map<string, Level>> {
  const quiet = changes.filter((change) => levelsOf(change).from === null);
  const subjects = [...new Set(quiet.map((change) => change.subject))];
  if (subjects.length === 0) return new Map();
  const rows = await reader.$queryRaw<{ subject: string; to: Level }[]>`
    select id as subject, last."to"
    from unnest(${subjects}::text[]) as id
    cross join lateral (select data->'level'->>'to' as "to" from change_log
                        where subject = id and type = ${STATUS} order by seq desc limit 1) last`;
  return new Map(rows.map((row) => [row.subject, row.to]));
}
