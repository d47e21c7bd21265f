import { tell } from './cli/terminal';
import { Problem } from './errors';
import { StartupError } from './startup-error';

const commands: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
  serve: () => import('./cli/serve'),
  'demo:clock': () => import('./cli/demo-clock'),
  'audit:verify': () => import('./cli/audit-verify'),
  'db:migrate': () => import('./cli/db-migrate'),
  'db:diff': () => import('./cli/db-diff'),
  'db:status': () => import('./cli/db-status'),
  'home:set': () => import('./cli/home-set'),
  'admin:create': () => import('./cli/admin-create'),
  import: () => import('./cli/import'),
  'key:create': () => import('./cli/key-create'),
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
try {
  if (!command)
    throw new StartupError(`Unknown command "${name}". Known: ${Object.keys(commands).join(', ')}.`);
  await (await command()).run(args);
} catch (error) {
  // A refusal of what a person gave is a sentence; only a fault of our own shows where in the code it happened.
  if (error instanceof StartupError || error instanceof Problem) tell(error.message);
  else console.error(error);
  process.exitCode = 1;
}
