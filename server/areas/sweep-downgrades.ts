import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Decision } from '@/domain/area/decision';
import { decisionToStore } from '@/domain/area/stored-decision';
import type { StatedLevel } from '@/domain/level/level';
import { ruleReason } from '@/domain/reason/rule-reason';
import type { AuditLine } from '@/domain/record/audit-line';
import type { ChangeEvent } from '@/domain/record/change-event';
import { act } from '@/server/acts/act';
import { verb } from '@/server/acts/verb';
import { systemViewer } from '@/server/auth/viewer';
import type { Clock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { lastRecorded } from '@/server/db/recorded-clock';
import type { Transaction } from '@/server/db/transaction';
import { NO_DOWNGRADE } from '@/server/service-context';
import { type EventArea, statusEvent } from './area-event';
import { decideArea } from './decide-area';
import { endDesignations, type NewDesignation, openDesignations } from './designation-rows';
import { divisionPaths } from './division-path';
import { loadFacts } from './load-facts';

/** What one pass did: areas looked at, lowered, and due but lacking their screening round. */
export interface SweepResult {
  examined: number;
  lowered: number;
  lacking: number;
}

const CHUNK = 500;
const SYSTEM = systemViewer('downgrade');

/**
 * The automatic downgrade: lower every area of the headquarters whose conditions are met at the clock's present. The
 * level falls, in valid time, at the instant the last condition was met and known (24时 of the day, or when the missing
 * evidence was recorded), however late the pass runs; the recorded time tells when we learned and said it.
 * What looks due is decided again inside a recording, at the recorded instant and on everything recorded before it. So
 * several processes at once, a restart half-way, or an infection recorded at the same moment lower nothing twice and
 * nothing wrongly: what stands in the log before a lowering has been weighed by it.
 * @param trigger what asked for the pass, for the record of runs.
 */
export async function sweepDowngrades(db: Database, clock: Clock, trigger: string): Promise<SweepResult> {
  const run = await db.prisma.downgradeRun.create({
    data: { id: uuidv7(), trigger, clockAt: new Date(clock.now()), startedAt: new Date() },
  });
  try {
    const result = await sweep(db, clock);
    await db.prisma.downgradeRun.update({
      where: { id: run.id },
      data: { ...result, finishedAt: new Date() },
    });
    return result;
  } catch (error) {
    const data = { finishedAt: new Date(), error: String(error).slice(0, 500) };
    await db.prisma.downgradeRun.update({ where: { id: run.id }, data }).catch(() => undefined);
    throw error;
  }
}

async function sweep(db: Database, clock: Clock): Promise<SweepResult> {
  const at = Math.max(clock.now(), await lastRecorded(db));
  const { rows } = await db.pool.query<{ id: string }>(
    `select d.area_id as id from designation d
     join area a on a.id = d.area_id join authority on authority.id = a.authority_id
     where authority.own and d.recorded_to is null and d.valid_to is null and d.level <> 'LOW' and d.valid_from <= $1
     order by d.area_id`,
    [new Date(at)],
  );
  const ids = rows.map((row) => row.id);
  const due: string[] = [];
  let lacking = 0;
  for (let start = 0; start < ids.length; start += CHUNK * 10) {
    const facts = await loadFacts(db.prisma, ids.slice(start, start + CHUNK * 10));
    for (const [id, known] of facts) {
      const decision = decideArea(known, at);
      if (decision.outcome === 'LOWER') due.push(id);
      else if (lacksRound(decision)) lacking += 1;
    }
  }
  let lowered = 0;
  for (let start = 0; start < due.length; start += CHUNK) {
    const input = { areaIds: due.slice(start, start + CHUNK) };
    lowered += await act({ db, clock, downgrade: NO_DOWNGRADE }, SYSTEM, lowerByRule, input);
  }
  return { examined: ids.length, lowered, lacking };
}

/** An area about to be lowered: by which decision, from which level, and as of when (epoch ms). */
interface Lowered {
  area: EventArea;
  decision: Decision;
  designationId: string;
  from: StatedLevel;
  dueAt: number;
}

/** The days are full and only the screening round is missing, unfinished or came too early. */
function lacksRound(decision: Decision): boolean {
  const { counting, missing } = decision;
  return (
    counting !== null &&
    counting.completed >= counting.required &&
    missing.some((item) => item.kind === 'ROUND')
  );
}

/** Lower those of these areas whose conditions are met at the recorded instant. @returns how many were. */
const lowerByRule = verb({
  name: 'lower-by-rule',
  capability: 'rule-lower',
  on: 'The downgrade',
  schema: z.object({ areaIds: z.array(z.string()) }),
  kind: 'recording',
  run: async (tx, actor, at, { areaIds: ids }) => {
    const areas = await tx.$queryRaw<
      {
        id: string;
        name: string;
        aliases: string[];
        writtenPath: string;
        divisionCode: string | null;
        drill: boolean;
      }[]
    >`
      select id, name, aliases, written_path as "writtenPath", division_code as "divisionCode", drill
      from area where id = any(${[...ids]}::uuid[]) order by id for update`;
    const facts = await loadFacts(tx, ids);
    const divisions = await divisionPaths(
      tx,
      areas.flatMap((area) => area.divisionCode ?? []),
    );
    const lowered = areas.flatMap((area): Lowered[] => {
      const known = facts.get(area.id);
      const decision = known && decideArea(known, at);
      if (decision?.outcome !== 'LOWER') return [];
      const { designationId, status: from, dueAt } = decision;
      if (designationId === null || from === null || dueAt === null) return [];
      const division = area.divisionCode ? divisions.get(area.divisionCode) : undefined;
      return [{ area: { ...area, division }, decision, designationId, from, dueAt }];
    });
    await record(tx, lowered, actor.id, at);
    const changes: ChangeEvent[] = lowered.map(({ area, decision, from, dueAt }) =>
      statusEvent(area, {
        from,
        to: decision.to,
        effectiveAt: dueAt,
        recordedAt: at,
        cause: 'LOWERED_BY_RULE',
        policy: decision.policy,
        noticeNo: null,
      }),
    );
    const audit: AuditLine[] = lowered.map(({ area, decision, from }) => ({
      action: 'AREA_LOWERED_BY_RULE',
      entity: 'area',
      entityId: area.id,
      reason: ruleReason(decision),
      before: { level: from },
      after: { level: decision.to, decision: JSON.parse(JSON.stringify(decisionToStore(decision))) },
    }));
    return { result: lowered.length, changes, audit };
  },
});

async function record(
  tx: Transaction,
  lowered: readonly Lowered[],
  actorId: string,
  at: number,
): Promise<void> {
  const source = { kind: 'RULE' as const, name: 'Fengqu', publishedAt: new Date(at).toISOString() };
  const ends = lowered.map(({ decision, designationId, dueAt }) => ({
    designationId,
    endAt: dueAt,
    endCause: 'LOWERED_BY_RULE' as const,
    reason: ruleReason(decision),
    source,
    evidence: decisionToStore(decision),
  }));
  await endDesignations(tx, ends, actorId, at);
  const begins = lowered.flatMap(({ area, decision, dueAt }): NewDesignation[] =>
    decision.to === 'MEDIUM'
      ? [
          {
            areaId: area.id,
            level: 'MEDIUM',
            validFrom: dueAt,
            cause: 'LOWERED_BY_RULE',
            reason: ruleReason(decision),
            policyId: decision.policy.id,
            policyVersion: decision.policy.version,
            noticeNo: null,
            source,
          },
        ]
      : [],
  );
  await openDesignations(tx, begins, actorId, at);
}
