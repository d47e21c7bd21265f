// `npm test`: install, then every check and every test, ending with one line of totals.
import { requireNode } from './require-node.mjs';

requireNode();
import('./check/all.mjs').then(({ checkAll }) => checkAll(process.argv.slice(2)));
