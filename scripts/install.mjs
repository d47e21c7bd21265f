// Install packages and build what is not up to date: node scripts/install.mjs
import { requireNode } from './require-node.mjs';

requireNode();
import('./setup/commands.mjs').then(({ install }) => install(process.argv.slice(2)));
