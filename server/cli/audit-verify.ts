import { verifyAuditChain } from '@/server/audit/verify-chain';
import { openDatabase } from '@/server/db/connect';
import { withDatabase } from './with-database';

/** `npm run -s audit:verify`: prove the audit trail; exit code 1 and the first broken row when it is not whole. */
export async function run(): Promise<void> {
  await withDatabase(async ({ url }) => {
    const db = openDatabase(url);
    try {
      const { rows, brokenAt } = await verifyAuditChain(db);
      if (brokenAt === null) {
        console.log(`${rows} audit rows, chain whole.`);
      } else {
        console.log(`${rows} audit rows; row ${brokenAt} is not as it was written.`);
        process.exitCode = 1;
      }
    } finally {
      await db.close();
    }
  });
}
