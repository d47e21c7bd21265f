import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { commandDataDir, DEFAULT_SCENARIO, demoDataDir, settleDataDir } from './data-dir.mjs';
import { prepareOrExit } from './prepare.mjs';
import { makeProgress } from './progress.mjs';
import { below, ROOT } from './root.mjs';
import { stopWithNpm } from './stop.mjs';

/** Bring packages and builds up to date. */
export const install = () => prepareOrExit(makeProgress());

/** Hand this process over to the built command line. */
async function runBuilt(name, args) {
  const file = below('dist/cli.js');
  process.argv = [process.execPath, file, name, ...args];
  await import(pathToFileURL(file).href);
}

/** Serve a drill: its own data folder, invented accounts, a simulated clock. */
export async function demo(args) {
  stopWithNpm();
  await prepareOrExit(makeProgress());
  const scenario = args[args.indexOf('--scenario') + 1];
  const known = args.includes('--scenario') && /^[a-z0-9-]+$/.test(scenario ?? '');
  settleDataDir(demoDataDir(known ? scenario : DEFAULT_SCENARIO));
  await runBuilt('serve', ['--demo', ...args]);
}

/** Serve for production: no demo data and no account that nobody made. */
export async function start(args) {
  stopWithNpm();
  await prepareOrExit(makeProgress());
  settleDataDir(below('.data'));
  await runBuilt('serve', args);
}

/** Run one command; what it prints on stdout is its own, so progress goes to stderr. */
export async function cli([name = '', ...args]) {
  await prepareOrExit(makeProgress(process.stderr), ['packages', 'client', 'server']);
  const chosen = process.env.DATA_DIR || process.env.DATABASE_URL ? null : commandDataDir();
  if (chosen?.several) {
    const folders = chosen.several.map((folder) => path.relative(ROOT, folder)).join(', ');
    console.error(`Several servers run from here; set DATA_DIR to the one meant: ${folders}.`);
    process.exit(1);
  }
  settleDataDir(chosen?.folder ?? below('.data'));
  // A relative file name is meant from where npm was called, not from the project's folder.
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  await runBuilt(name, args);
}
