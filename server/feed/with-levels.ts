import type { Level } from '@/domain/level/level';
import type { ChangeEvent } from '@/domain/record/change-event';
import { type EndedGround, groundLevels, type Reader } from './ground-levels';

type StatusEvent = Extract<ChangeEvent, { type: 'fengqu.area-status.changed.v1' }>;

const STATUS: StatusEvent['type'] = 'fengqu.area-status.changed.v1';

/**
 * The last step before a recording's events are appended: every event says the level that follows. Where a level ends,
 * `to` is what the look-up then answers for that ground, after all of this recording and at the later of its instant and
 * the event's own. `from` is the `to` that was last told of the area, so that a reader who keeps the last level of each
 * area never finds another one said to have stood before; null for an area never told of.
 * @param at recorded instant, epoch ms
 */
export async function withLevels(
  reader: Reader,
  changes: readonly ChangeEvent[],
  at: number,
): Promise<readonly ChangeEvent[]> {
  const stated = changes.filter(isStatus);
  if (stated.length === 0) return changes;
  const told = await lastTold(reader, stated);
  const ended = new Map<StatusEvent, EndedGround>();
  for (const change of stated) {
    if (change.data.level.to === null) ended.set(change, groundOf(change, at));
  }
  const grounds = await groundLevels(reader, [...ended.values()]);
  return changes.map((change) => {
    if (!isStatus(change)) return change;
    const { from, to } = change.data.level;
    const ground = ended.get(change);
    const follows = to ?? (ground && grounds.get(ground)) ?? 'UNKNOWN';
    const level = { from: told.get(change.subject) ?? from, to: follows };
    told.set(change.subject, follows);
    return { ...change, data: { ...change.data, level } };
  });
}

function isStatus(change: ChangeEvent): change is StatusEvent {
  return change.type === STATUS;
}

function groundOf({ data, subject, effectiveAt }: StatusEvent, at: number): EndedGround {
  const { divisionCode, name } = data;
  return { areaId: subject, divisionCode, name, at: Math.max(effectiveAt, at) };
}

/** Where a level stands, it is what was last told: none begins untold. Elsewhere the log is asked. */
async function lastTold(reader: Reader, changes: readonly StatusEvent[]): Promise<Map<string, Level>> {
  const quiet = changes.filter((change) => change.data.level.from === null);
  const subjects = [...new Set(quiet.map((change) => change.subject))];
  if (subjects.length === 0) return new Map();
  const rows = await reader.$queryRaw<{ subject: string; to: Level }[]>`
    select id as subject, last."to"
    from unnest(${subjects}::text[]) as id
    cross join lateral (select data->'level'->>'to' as "to" from change_log
                        where subject = id and type = ${STATUS} order by seq desc limit 1) last`;
  return new Map(rows.map((row) => [row.subject, row.to]));
}
