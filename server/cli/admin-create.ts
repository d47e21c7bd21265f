import { accountName } from '@/domain/acts/account-name';
import { act } from '@/server/acts/act';
import { createAccount } from '@/server/auth/create-account';
import { systemViewer } from '@/server/auth/viewer';
import { systemClock } from '@/server/clock/clock';
import { openDatabase } from '@/server/db/connect';
import { Problem } from '@/server/errors';
import { peopleAt } from '@/server/service-context';
import { StartupError } from '@/server/startup-error';
import { readOptions } from './read-options';
import { readNewPassword } from './read-password';
import { withDatabase } from './with-database';

const USAGE = 'npm run admin:create -- --name NAME [--display NAME] [--password-stdin]';

/** `npm run admin:create`: make a nation-wide administrator; the first way into a new deployment. */
export async function run(args: string[]): Promise<void> {
  const options = {
    name: { type: 'string' },
    display: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  } as const;
  const given = readOptions(args, options, USAGE);
  const name = given.name;
  if (!name) throw new StartupError(`Name the account.\nUsage: ${USAGE}`);
  const password = await readNewPassword(given['password-stdin'] ?? false);
  await withDatabase(async ({ url }) => {
    const db = openDatabase(url);
    const account = { name, displayName: given.display ?? '', password, role: 'ADMIN', divisionCode: null };
    try {
      await act(peopleAt(db, systemClock), systemViewer('console'), createAccount, account);
    } catch (error) {
      throw error instanceof Problem ? new StartupError(error.detail) : error;
    } finally {
      await db.close();
    }
  });
  console.log(`The administrator ${accountName(name)} can sign in.`);
}
