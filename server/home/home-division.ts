import { z } from 'zod';
import type { Database } from '@/server/db/connect';

/** The key of the setting that says whose headquarters this deployment is: a division's code, or null for none. */
export const HOME_DIVISION = 'home.division';

/** Notification of the log's channel after which settings are to be read again. */
export const SETTING_NOTICE = 'setting';

/** A division by code and name. */
export interface NamedDivision {
  readonly code: string;
  readonly name: string;
}

const stored = z.string().min(1).nullable();

/**
 * The headquarters' own division: inside it our designations stand and lists are compared, not applied.
 * @returns null where it was said that there is none; undefined while nobody has said anything.
 */
export async function homeDivision(db: Pick<Database, 'prisma'>): Promise<NamedDivision | null | undefined> {
  const setting = await db.prisma.setting.findUnique({ where: { key: HOME_DIVISION } });
  if (!setting) return undefined;
  const code = stored.safeParse(setting.value).data ?? null;
  if (code === null) return null;
  const division = await db.prisma.division.findUnique({
    where: { code },
    select: { code: true, name: true },
  });
  return division ?? { code, name: code };
}
