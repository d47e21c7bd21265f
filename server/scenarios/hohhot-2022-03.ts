import seed from '@/prisma/seed/hohhot-2022-03.json' with { type: 'json' };
import { act } from '@/server/acts/act';
import { systemViewer } from '@/server/auth/viewer';
import { beginDrillClock } from '@/server/clock/drill-clock';
import { applyList } from '@/server/ingest/apply-list';
import { NATIONAL_AUTHORITY } from '@/server/ingest/list-authority';
import { previewList } from '@/server/ingest/preview-list';
import { NO_DOWNGRADE } from '@/server/service-context';
import { markScenario, scenarioLoaded } from './claim-database';
import { drillAccounts, storeAccounts } from './drill-accounts';
import type { Scenario } from './scenario';

const HOHHOT = '150100';

/**
 * The 8 high and 70 medium places of 呼和浩特市 on the national list of 5 March 2022, 24时, before the 12 releases of the
 * day after. They are loaded as an import, and there is no home division: every further list is applied.
 */
export const hohhot: Scenario = {
  name: seed.name,
  accounts: drillAccounts(HOHHOT),
  load: async (db, tell) => {
    const loaded = await scenarioLoaded(db, seed.name);
    const imported = await db.prisma.listImport.count({ where: { authorityId: NATIONAL_AUTHORITY.id } });
    if (loaded && imported > 0) return;
    tell('Loading the drill: 78 places of 呼和浩特市');
    // Marked first: every step below may be taken again after a start that was cut off.
    await markScenario(db, seed.name);
    await beginDrillClock(db, Date.parse(seed.clock));
    await storeAccounts(db, hohhot.accounts);
    const at = Date.parse(seed.recordedAt);
    const clock = { now: () => at, drill: true };
    const context = { db, clock, downgrade: NO_DOWNGRADE };
    const viewer = systemViewer('drill');
    const preview = await previewList(context, viewer, { bytes: nationalForm(), fileName: seed.fileName });
    await act(context, viewer, applyList, { preview });
  },
};

/** The seed's places in the form of the national list, so that they come in by the door of every list. */
function nationalForm(): Uint8Array {
  const data = {
    end_update_time: seed.listHour,
    hcount: count(seed.high),
    mcount: count(seed.medium),
    highlist: groups(seed.high),
    middlelist: groups(seed.medium),
  };
  return new TextEncoder().encode(JSON.stringify({ data, code: 0, msg: '' }));
}

function groups(places: Record<string, string[]>) {
  const { province, city } = seed;
  return Object.entries(places).map(([county, communitys]) => {
    return { type: '2', province, city, county, area_name: `${province} ${city} ${county}`, communitys };
  });
}

function count(places: Record<string, string[]>): number {
  return Object.values(places).flat().length;
}
