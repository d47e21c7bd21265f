// `node scripts/cli.mjs NAME [arguments]`: run one command of server/cli.ts, building it first when needed.
import { requireNode } from './require-node.mjs';

requireNode();
import('./setup/commands.mjs').then(({ cli }) => cli(process.argv.slice(2)));
