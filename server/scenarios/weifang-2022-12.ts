import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { inferAreaKind } from '@/domain/place/kind';
import { placeKey } from '@/domain/place/normalize';
import { storedReason } from '@/domain/reason/program-reason';
import type { AuditLine } from '@/domain/record/audit-line';
import { addDays, dayOf, startOfDay } from '@/domain/time/shanghai';
import seed from '@/prisma/seed/weifang-2022-12.json' with { type: 'json' };
import { act } from '@/server/acts/act';
import { verb } from '@/server/acts/verb';
import { statusEvent } from '@/server/areas/area-event';
import { insertAreas, type NewArea } from '@/server/areas/area-versions';
import { openDesignations } from '@/server/areas/designation-rows';
import { divisionPaths } from '@/server/areas/division-path';
import { OWN_AUTHORITY } from '@/server/areas/own-authority';
import { systemViewer } from '@/server/auth/viewer';
import { beginDrillClock } from '@/server/clock/drill-clock';
import type { Database } from '@/server/db/connect';
import { sealRecorded } from '@/server/db/recorded-clock';
import { NO_DOWNGRADE } from '@/server/service-context';
import { markScenario, scenarioLoaded } from './claim-database';
import { drillAccounts, storeAccounts } from './drill-accounts';
import type { Scenario } from './scenario';
import { storeInventedFacts } from './store-invented-facts';
import { inventFacts } from './weifang-plan';

const POLICY = { id: 'r3-20', version: 1 };
const LOADED = 'DRILL_LOADED' as const;
const opensAt = Date.parse(seed.clock);

/** The 428 high-risk areas of 潍坊市 on 2022-12-01 21时 under 二十条, with an invented course (演练数据). */
export const weifang: Scenario = {
  name: seed.name,
  accounts: drillAccounts(seed.home),
  load: async (db, tell) => {
    const loaded = await scenarioLoaded(db, seed.name);
    const days = await missingDays(db);
    if (loaded && days.length === 0) return;
    tell('Loading the drill: 428 areas of 潍坊市');
    // Marked first: every step below may be taken again after a start that was cut off.
    await markScenario(db, seed.name);
    await beginDrillClock(db, opensAt);
    await db.prisma.setting.upsert({
      where: { key: 'home.division' },
      create: { key: 'home.division', value: seed.home },
      update: { value: seed.home },
    });
    await db.prisma.authority.update({ where: { id: OWN_AUTHORITY.id }, data: seed.headquarters });
    await storeAccounts(db, weifang.accounts);
    for (const since of days) {
      const at = startOfDay(since) + 21 * 3_600_000;
      const world = { db, clock: { now: () => at, drill: true }, downgrade: NO_DOWNGRADE };
      await act(world, systemViewer('drill'), loadDay, { since });
    }
    // The invented past was recorded at its hours, up to the one at which the drill opens.
    await sealRecorded(db, opensAt);
  },
};

/** The days of the seed that no transaction has loaded yet, in order. */
async function missingDays(db: Database): Promise<string[]> {
  const done = await db.prisma.auditEntry.findMany({
    where: { action: LOADED, entityId: seed.name },
    select: { reason: true },
  });
  const days = new Set(seed.groups.map((group) => group.since));
  for (const { reason } of done) days.delete(reason);
  return [...days].sort();
}

/** Everything first listed at 21时 of one day, in one transaction recorded at that hour. */
const loadDay = verb({
  name: 'load-drill-day',
  capability: 'system-record',
  on: 'The drill',
  schema: z.object({ since: z.string() }),
  kind: 'recording',
  run: async (tx, actor, at, { since }) => {
    const groups = seed.groups.filter((group) => group.since === since);
    const divisions = await divisionPaths(
      tx,
      groups.map((group) => group.division),
    );
    const places = groups.flatMap((group) =>
      group.places.map((name) => ({ name, division: divisions.get(group.division) })),
    );
    const today = dayOf(opensAt);
    const areas = places.map(({ name, division }, index): NewArea => {
      const writtenPath = division?.steps.map((step) => step.name).join(' ') ?? '';
      return {
        id: uuidv7(),
        authorityId: OWN_AUTHORITY.id,
        divisionCode: division?.code ?? null,
        resolved: division !== undefined,
        writtenPath,
        name,
        nameKey: placeKey(name),
        aliases: [],
        kind: inferAreaKind(name),
        population: inventFacts(since, index, today).population,
        drill: true,
      };
    });
    const source = { kind: 'LIST' as const, name: seed.source.name, publishedAt: seed.source.publishedAt };
    await insertAreas(tx, areas, { actorId: actor.id, at });
    const designations = areas.map((area) => ({
      areaId: area.id,
      level: 'HIGH' as const,
      validFrom: at,
      cause: 'DESIGNATED' as const,
      reason: storedReason({ code: 'DRILL_LISTED', day: since, hour: 21 }),
      policyId: POLICY.id,
      policyVersion: POLICY.version,
      noticeNo: null,
      source,
    }));
    await openDesignations(tx, designations, actor.id, at);
    const changes = areas.map((area, index) =>
      statusEvent(
        { ...area, division: places[index]?.division },
        {
          from: null,
          to: 'HIGH',
          effectiveAt: at,
          recordedAt: at,
          cause: 'DESIGNATED',
          policy: POLICY,
          noticeNo: null,
        },
      ),
    );
    const audit: AuditLine = {
      action: LOADED,
      entity: 'scenario',
      entityId: seed.name,
      reason: since,
      after: { areas: areas.length },
    };
    await storeInventedFacts(tx, areas, since, today, addDays(today, 1));
    return { result: null, changes, audit: [audit] };
  },
});
