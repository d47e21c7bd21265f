// `npm run dev`: serve a drill that follows every change of the sources.
import { requireNode } from './require-node.mjs';

requireNode();
import('./setup/dev.mjs').then(({ dev }) => dev(process.argv.slice(2)));
