import { isUuid } from '@/domain/text/input-text';
import type { Transaction } from '@/server/db/transaction';

/** Who acted, by actor id: display names of people; the system's own actors (`system:…`) are left out. */
export async function actorNames(
  reader: Pick<Transaction, 'userAccount'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const people = [...new Set(ids)].filter(isUuid);
  if (people.length === 0) return new Map();
  const rows = await reader.userAccount.findMany({
    where: { id: { in: people } },
    select: { id: true, displayName: true },
  });
  return new Map(rows.map((row) => [row.id, row.displayName]));
}
