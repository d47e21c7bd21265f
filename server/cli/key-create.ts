import { KEY_SCOPES } from '@/domain/access/capabilities';
import { createKeyInput } from '@/domain/acts/key';
import { act } from '@/server/acts/act';
import { createKey } from '@/server/auth/create-key';
import { systemViewer } from '@/server/auth/viewer';
import { systemClock } from '@/server/clock/clock';
import { openDatabase } from '@/server/db/connect';
import { peopleAt } from '@/server/service-context';
import { StartupError } from '@/server/startup-error';
import { readOptions } from './read-options';
import { withDatabase } from './with-database';

const USAGE = `npm run -s key:create -- --name NAME --scopes ${KEY_SCOPES.join(',')}`;

/** `npm run key:create`: make a bearer key; its secret stands alone on the last line and is shown this once. */
export async function run(args: string[]): Promise<void> {
  const given = readOptions(args, { name: { type: 'string' }, scopes: { type: 'string' } } as const, USAGE);
  const scopes = (given.scopes ?? '').split(',').map((scope) => scope.trim());
  const input = createKeyInput.safeParse({ name: given.name ?? '', scopes: scopes.filter(Boolean) });
  if (!input.success) {
    const faults = input.error.issues.map((issue) => `--${String(issue.path[0])}: ${issue.message}`);
    throw new StartupError(`${[...new Set(faults)].join('; ')}.\nUsage: ${USAGE}`);
  }
  const secret = await withDatabase(async ({ url }) => {
    const db = openDatabase(url);
    try {
      return (await act(peopleAt(db, systemClock), systemViewer('console'), createKey, input.data)).secret;
    } finally {
      await db.close();
    }
  });
  console.error('Keep this key now; it is not shown again.');
  console.log(secret);
}
