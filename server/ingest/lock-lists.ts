import type { RawTransaction } from '@/server/db/transaction';

const LISTS_LOCK = 7_034_201;

/** Lists of one authority are applied and decided one after the other, to the end of the transaction. */
export async function lockLists(tx: Pick<RawTransaction, '$executeRaw'>, authorityId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${LISTS_LOCK}, hashtext(${authorityId}))`;
}
