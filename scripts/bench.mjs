// `node scripts/bench.mjs NAME [arguments]`: bring packages and builds up to date, then run tests/bench/NAME.ts;
// `lookup-http --noise` is lookup-noise.
import { requireNode } from './require-node.mjs';

requireNode();
const [asked = '', ...rest] = process.argv.slice(2);
const name = asked === 'lookup-http' && rest.includes('--noise') ? 'lookup-noise' : asked;
Promise.all([import('./setup/prepare.mjs'), import('./setup/progress.mjs')]).then(
  async ([{ prepareOrExit }, { makeProgress }]) => {
    await prepareOrExit(makeProgress(process.stderr));
    process.argv.splice(2, process.argv.length - 2, `tests/bench/${name}.ts`, ...rest);
    await import('./run-ts.mjs');
  },
);
