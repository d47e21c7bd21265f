import type { StatedLevel } from '@/domain/level/level';
import { startOfDay } from '@/domain/time/shanghai';
import { holdsAt } from '@/domain/time/two-time';
import type {
  EndedView,
  Recorded,
  RecordedInfection,
  RecordedLevel,
  RecordedScreening,
  RecordedVersion,
  WithdrawnChange,
} from './area-view';

interface Told {
  readonly key: string;
  /** Epoch ms: when we recorded it, and when it was so in the world. */
  readonly recordedAt: number;
  readonly validAt: number;
  readonly actorId: string;
}

interface Evidence<Row> {
  readonly act: 'RECORDED' | 'CORRECTED' | 'WITHDRAWN';
  readonly row: Row;
  /** What a correction replaced. */
  readonly before: Row | null;
  /** The row is held true now, so it can be corrected or withdrawn. */
  readonly current: boolean;
  readonly reason: string;
}

/** One thing that happened to an area. */
export type TimelineEvent = Told &
  (
    | {
        readonly kind: 'LEVEL';
        readonly from: StatedLevel | null;
        readonly to: StatedLevel | null;
        readonly cause: string;
        readonly reason: string;
        readonly noticeNo: string | null;
        /** What the area was called when it took effect, where that is not its name of now. */
        readonly calledThen: string | null;
      }
    | {
        readonly kind: 'VERSION';
        readonly cause: RecordedVersion['cause'];
        readonly reason: string;
        readonly before: RecordedVersion;
        readonly row: RecordedVersion;
      }
    | ({ readonly kind: 'INFECTION' } & Evidence<RecordedInfection>)
    | ({ readonly kind: 'SCREENING' } & Evidence<RecordedScreening>)
  );

type LevelEvent = Extract<TimelineEvent, { kind: 'LEVEL' }>;
type ToldLevel = Omit<LevelEvent, 'calledThen'>;

/** What happened to an area, latest recorded first: designations, evidence, names and places, corrections, withdrawals. */
export function timelineOf(past: {
  readonly levels: readonly RecordedLevel[];
  readonly infections: readonly RecordedInfection[];
  readonly rounds: readonly RecordedScreening[];
  readonly withdrawn: readonly WithdrawnChange[];
  readonly versions: readonly RecordedVersion[];
}): TimelineEvent[] {
  const levels = [...levelEvents(past.levels), ...past.withdrawn.map(withdrawnEvent)];
  const events: TimelineEvent[] = [
    ...levels.map(
      (level): LevelEvent => ({ ...level, calledThen: calledThen(past.versions, level.validAt) }),
    ),
    ...versionEvents(past.versions),
    ...evidenceEvents(past.infections).map(
      (told): TimelineEvent => ({ kind: 'INFECTION', validAt: startOfDay(told.row.foundOn), ...told }),
    ),
    ...evidenceEvents(past.rounds).map(
      (told): TimelineEvent => ({ kind: 'SCREENING', validAt: told.row.to, ...told }),
    ),
  ];
  return events.sort((a, b) => b.recordedAt - a.recordedAt || b.validAt - a.validAt);
}

function levelEvents(rows: readonly RecordedLevel[]): ToldLevel[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ends = rows.filter((row) => row.validTo !== null && before(byId, row)?.validTo === null);
  const begins = rows.filter((row) => before(byId, row)?.validFrom !== row.validFrom);
  const succeeded = new Set<string>();
  const begun = begins.map((row): ToldLevel => {
    const ended = ends.find(
      (end) => end.validTo === row.validFrom && end.recordedFrom === row.recordedFrom && end.id !== row.id,
    );
    if (ended) succeeded.add(ended.id);
    return { ...told(row, row.validFrom), from: ended?.level ?? null, to: row.level, cause: row.cause };
  });
  const ended = ends
    .filter((row) => !succeeded.has(row.id))
    .map((row): ToldLevel => {
      const cause = row.endCause ?? 'RELEASED';
      return { ...told(row, row.validTo ?? row.validFrom), from: row.level, to: null, cause };
    });
  const upheld = rows
    .filter((row) => row.validTo !== null && before(byId, row)?.validTo === row.validTo)
    .map((row): ToldLevel => ({ ...told(row, row.recordedFrom), from: null, to: null, cause: 'UPHELD' }));
  return [...begun, ...ended, ...upheld];
}

/** Whatever becomes of an area becomes of its version of now: each of these but the first is something that happened. */
function versionEvents(rows: readonly RecordedVersion[]): TimelineEvent[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows.flatMap((row): TimelineEvent[] => {
    const of = row.validTo === null ? before(byId, row) : null;
    if (of === null) return [];
    const { id: key, recordedFrom: recordedAt, actorId, cause, reason } = row;
    // A place that was located lay there all along; what has an instant is that it is known.
    const validAt = cause === 'RESOLVED' ? recordedAt : (row.validFrom ?? recordedAt);
    return [{ kind: 'VERSION', key, recordedAt, validAt, actorId, cause, reason, before: of, row }];
  });
}

function calledThen(versions: readonly RecordedVersion[], at: number): string | null {
  const held = versions.filter((row) => row.recordedTo === null);
  const then = held.find((row) => holdsAt(row, at))?.name ?? null;
  return then === held.find((row) => row.validTo === null)?.name ? null : then;
}

function withdrawnEvent(change: WithdrawnChange): ToldLevel {
  const { recordedAt, effectiveAt: validAt, actorId, reason, restored: to } = change;
  const key = `${recordedAt} withdrawn`;
  return {
    kind: 'LEVEL',
    key,
    recordedAt,
    validAt,
    actorId,
    reason,
    noticeNo: null,
    from: null,
    to,
    cause: 'WITHDRAWN',
  };
}

function told(row: RecordedLevel, validAt: number) {
  const { id: key, recordedFrom: recordedAt, actorId, reason, noticeNo } = row;
  return { kind: 'LEVEL' as const, key, recordedAt, validAt, actorId, reason, noticeNo };
}

type EvidenceRow = RecordedInfection | RecordedScreening;

function evidenceEvents<Row extends EvidenceRow>(
  rows: readonly Row[],
): (Omit<Told, 'validAt'> & Evidence<Row>)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const replaced = new Set(rows.map((row) => row.supersedesId));
  return rows.flatMap((row) => {
    const of = before(byId, row);
    const made = {
      key: row.id,
      recordedAt: row.recordedFrom,
      actorId: row.actorId,
      act: of ? ('CORRECTED' as const) : ('RECORDED' as const),
      row,
      before: of,
      current: row.recordedTo === null,
      reason: 'reason' in row ? row.reason : row.note,
    };
    if (row.recordedTo === null || replaced.has(row.id)) return [made];
    const withdrawn = {
      ...made,
      key: `${row.id} withdrawn`,
      recordedAt: row.recordedTo,
      actorId: row.withdrawn?.actorId ?? row.actorId,
      act: 'WITHDRAWN' as const,
      before: null,
      reason: row.withdrawn?.reason ?? '',
    };
    return [made, withdrawn];
  });
}

function before<Row extends Recorded>(byId: ReadonlyMap<string, Row>, row: Row): Row | null {
  return (row.supersedesId && byId.get(row.supersedesId)) || null;
}

/**
 * The last level that ended, of the rows held true now; null when none has yet.
 * @param at epoch ms
 */
export function endedOf(rows: readonly RecordedLevel[], at: number): EndedView | null {
  const past = rows.filter((row) => row.recordedTo === null && row.validTo !== null && row.validTo <= at);
  const last = past.reduce<RecordedLevel | null>(
    (best, row) => (best === null || (row.validTo ?? 0) > (best.validTo ?? 0) ? row : best),
    null,
  );
  if (last === null || last.validTo === null) return null;
  return {
    level: last.level,
    since: last.validFrom,
    endedAt: last.validTo,
    recordedAt: last.recordedFrom,
    cause: last.endCause,
    reason: last.reason,
  };
}
