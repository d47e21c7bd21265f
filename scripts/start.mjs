// `npm start`: install, build and serve for production.
import { requireNode } from './require-node.mjs';

requireNode();
import('./setup/commands.mjs').then(({ start }) => start(process.argv.slice(2)));
