// `npm run demo [-- --scenario NAME]`: install, build, and serve a drill with invented accounts.
import { requireNode } from './require-node.mjs';

requireNode();
import('./setup/commands.mjs').then(({ demo }) => demo(process.argv.slice(2)));
