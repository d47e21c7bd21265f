import { z } from 'zod';
import { DEFAULT_HOLD_POLICY } from '@/domain/list/hold-policy';
import type { RawTransaction } from '@/server/db/transaction';
import { Problem } from '@/server/errors';
import { HOME_DIVISION } from '@/server/home/home-division';

/** What an administrator may set about imports. */
export interface ImportSettings {
  /** `home.division`: code of the headquarters' own division, inside which a list is compared, not applied; null: none. */
  readonly homeDivision: string | null;
  /** `list.maxDropShare`: the share of places (0…1) whose disappearance holds a list. */
  readonly maxDropShare: number;
}

const DROP = 'list.maxDropShare';
const home = z.string().min(1).nullable();
const share = z.number().min(0).max(1);

/** @throws Problem temporarily-unavailable when a stored value is not what it should be: nothing is guessed. */
export async function importSettings(reader: Pick<RawTransaction, '$queryRaw'>): Promise<ImportSettings> {
  const rows = await reader.$queryRaw<{ key: string; value: unknown }[]>`
    select key, value from setting where key in (${HOME_DIVISION}, ${DROP})`;
  const stored = new Map(rows.map((row) => [row.key, row.value]));
  const homeDivision = home.safeParse(stored.get(HOME_DIVISION) ?? null);
  const maxDropShare = share.safeParse(stored.get(DROP) ?? DEFAULT_HOLD_POLICY.maxDropShare);
  if (!homeDivision.success) throw unusable(HOME_DIVISION, 'a division code');
  if (!maxDropShare.success) throw unusable(DROP, 'a share from 0 to 1');
  return { homeDivision: homeDivision.data, maxDropShare: maxDropShare.data };
}

function unusable(key: string, wanted: string): Problem {
  return new Problem(
    'temporarily-unavailable',
    `The setting ${key} is not ${wanted}; no list can be judged.`,
    [],
    { code: 'setting-unusable' },
  );
}
