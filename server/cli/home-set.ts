import { act } from '@/server/acts/act';
import { systemViewer } from '@/server/auth/viewer';
import { systemClock } from '@/server/clock/clock';
import { openDrillClock } from '@/server/clock/drill-clock';
import { type Database, openDatabase } from '@/server/db/connect';
import { Problem } from '@/server/errors';
import { homeDivision } from '@/server/home/home-division';
import { setHomeDivision } from '@/server/home/set-home-division';
import { NO_DOWNGRADE } from '@/server/service-context';
import { StartupError } from '@/server/startup-error';
import { readOptions } from './read-options';
import { withDatabase } from './with-database';

const USAGE = 'npm run -s home:set [-- CODE|none --reason TEXT]';

/** `npm run home:set`: say whose headquarters this is, or that it is nobody's; without arguments tell what is set. */
export async function run([division, ...rest]: string[]): Promise<void> {
  if (division?.startsWith('-')) throw new StartupError(`Name the division first, or none.\nUsage: ${USAGE}`);
  const { reason } = readOptions(rest, { reason: { type: 'string' } } as const, USAGE);
  if (division && !reason)
    throw new StartupError(`Give the reason; it goes into the audit trail.\nUsage: ${USAGE}`);
  await withDatabase(async ({ url }) => {
    const db = openDatabase(url);
    try {
      if (division) await set(db, division === 'none' ? null : division, reason ?? '');
      console.log(await told(db));
    } catch (error) {
      throw error instanceof Problem ? new StartupError(error.detail) : error;
    } finally {
      await db.close();
    }
  });
}

async function set(db: Database, divisionCode: string | null, reason: string): Promise<void> {
  const clock = (await openDrillClock(db)) ?? systemClock;
  const world = { db, clock, downgrade: NO_DOWNGRADE };
  await act(world, systemViewer('console'), setHomeDivision, { divisionCode, reason });
}

async function told(db: Database): Promise<string> {
  const home = await homeDivision(db);
  if (home === undefined) return 'not set';
  return home ? `${home.code} ${home.name}` : 'none';
}
