import { type LostBasis, lostBasis } from '@/domain/area/lost-basis';
import type { Transaction } from '@/server/db/transaction';
import { loadFacts } from './load-facts';

/** The lowering of an area that what is recorded at `at` (epoch ms) does not bear out; null when there is none. */
export async function areaBasis(
  reader: Pick<Transaction, '$queryRaw'>,
  areaId: string,
  at: number,
): Promise<LostBasis | null> {
  const facts = (await loadFacts(reader, [areaId])).get(areaId);
  return facts ? lostBasis(facts, at) : null;
}
