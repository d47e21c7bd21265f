import type { Database } from '@/server/db/connect';
import { StartupError } from '@/server/startup-error';

const SETTING = 'scenario';

/**
 * Whether this scenario has claimed the database already. Drills are loaded on empty databases only, never over other data.
 * @throws StartupError when another scenario or undrilled data stands in the database.
 */
export async function scenarioLoaded(db: Database, name: string): Promise<boolean> {
  const setting = await db.prisma.setting.findUnique({ where: { key: SETTING } });
  if (setting?.value === name) return true;
  if (setting) {
    throw new StartupError(
      `This database holds the drill ${String(setting.value)}; set DATA_DIR or DATABASE_URL to another.`,
    );
  }
  if ((await db.prisma.area.count()) > 0) {
    throw new StartupError(
      'This database holds areas that are no drill; set DATA_DIR or DATABASE_URL to another.',
    );
  }
  return false;
}

/** Claim the database for the scenario, before anything of it is stored: a start that was cut off is then known as its own. */
export async function markScenario(db: Database, name: string): Promise<void> {
  await db.prisma.setting.upsert({
    where: { key: SETTING },
    create: { key: SETTING, value: name },
    update: { value: name },
  });
}
