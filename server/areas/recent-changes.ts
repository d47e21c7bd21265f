import type { DesignationCause } from '@/domain/area/types';
import type { Level } from '@/domain/level/level';
import type { ServiceContext } from '@/server/service-context';

/** Levels that changed in the same way in one recording; one of them is named. */
export interface RecentChange {
  /** Log sequence of the latest of them. */
  seq: number;
  count: number;
  /** The log reaches further back than was read, so `count` is a lower bound. */
  atLeast: boolean;
  areaId: string;
  name: string;
  path: string[];
  from: Level | null;
  to: Level;
  cause: DesignationCause;
  /** Epoch ms. */
  effectiveAt: number;
  recordedAt: number;
}

interface Row extends Omit<RecentChange, 'seq' | 'atLeast' | 'effectiveAt' | 'recordedAt'> {
  seq: string;
  oldest: string;
  effectiveAt: Date;
  recordedAt: Date;
}

const READ = 5000;

/**
 * The latest changes of level inside a subtree, newest first. What one recording changed in one way is one line, or an
 * import of a whole list would fill the page with itself.
 * @param scope division path prefix; '' for the whole nation
 * @param at nothing recorded later (epoch ms)
 */
export async function recentChanges(
  context: Pick<ServiceContext, 'db'>,
  scope: string,
  at: number,
  limit = 12,
): Promise<RecentChange[]> {
  const { rows } = await context.db.pool.query<Row>(
    `with recent as (
       select l.seq, l.data, l.effective_at, l.recorded_at
       from change_log l left join division on division.code = l.data->>'divisionCode'
       where l.type = 'fengqu.area-status.changed.v1' and l.recorded_at <= $1
         and ($2 = '' or division.path collate "C" like $2 || '%')
       order by l.seq desc limit ${READ}),
     grouped as (
       select max(seq) as seq, count(*)::int as count, data->'level'->>'from' as "from", data->'level'->>'to' as "to",
              data->>'cause' as cause, effective_at as "effectiveAt", recorded_at as "recordedAt",
              (select case when count(*) = ${READ} then min(seq) end from recent) as oldest, min(seq) as first
       from recent group by recorded_at, effective_at, 3, 4, 5 order by 1 desc limit $3)
     select grouped.*, data->>'areaId' as "areaId", data->>'name' as name, data->'path' as path,
            case when oldest = first then oldest end as oldest
     from grouped join recent using (seq) order by seq desc`,
    [new Date(at), scope, limit],
  );
  return rows.map(({ seq, count, oldest, areaId, name, path, from, to, cause, ...times }) => ({
    seq: Number(seq),
    count,
    atLeast: oldest !== null,
    areaId,
    name,
    path,
    from,
    to,
    cause,
    effectiveAt: times.effectiveAt.getTime(),
    recordedAt: times.recordedAt.getTime(),
  }));
}
