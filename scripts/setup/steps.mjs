import { fingerprint } from './fingerprint.mjs';
import { below } from './root.mjs';
import { runCommand, runNode } from './run-command.mjs';

/** What the installed packages depend on; every other step depends on them. */
const packagesPrint = () =>
  fingerprint(
    ['package-lock.json', '.npmrc'],
    [process.versions.node.split('.')[0], process.platform, process.arch],
  );

function npmCi() {
  // --include stands against a NODE_ENV=production or npm_config_omit around us; --loglevel against `npm run -s`.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const quiet = ['--loglevel=error', '--no-progress'];
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own)) return runNode([own, ...args, ...quiet]);
  if (process.platform === 'win32') return runCommand('cmd.exe', ['/c', 'npm', ...args, ...quiet]);
  return runCommand('npm', [...args, ...quiet]);
}

const OFFLINE = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };

/**
 * The steps from a bare clone to something that runs, in order. Each is done only when `print()` differs from what its
 * stamp holds, or its output is gone.
 */
export const steps = {
  packages: {
    title: 'Installing packages',
    stamp: 'node_modules/.install-stamp',
    output: 'node_modules/.package-lock.json',
    // Measured: 1.5 GB. On a disk that fills up half-way npm takes minutes to say so.
    needsBytes: 1.6e9,
    print: packagesPrint,
    run: npmCi,
  },
  client: {
    title: 'Generating the database client',
    stamp: 'server/db/generated/.made-from',
    output: 'server/db/generated/client.ts',
    print: () => fingerprint(['prisma/schema', 'prisma/prisma.config.ts'], [packagesPrint()]),
    run: () =>
      runNode(
        [below('node_modules/prisma/build/index.js'), 'generate', '--config', 'prisma/prisma.config.ts'],
        OFFLINE,
      ),
  },
  geo: {
    title: 'Drawing the map',
    stamp: 'public/geo/.made-from',
    output: 'public/geo/build.json',
    print: () => fingerprint(['scripts/build-geo.mjs', 'scripts/geo'], [packagesPrint()]),
    run: () => runNode([below('scripts/build-geo.mjs')]),
  },
  server: {
    title: 'Building the server',
    stamp: 'dist/.made-from',
    output: 'dist/cli.js',
    print: () =>
      fingerprint(
        ['domain', 'server', 'prisma/schema', 'scripts/build-server.mjs', 'tsconfig.json'],
        [packagesPrint()],
      ),
    run: () => runNode([below('scripts/build-server.mjs')]),
  },
  pages: {
    title: 'Building the pages',
    stamp: '.next/.made-from',
    output: '.next/BUILD_ID',
    print: () =>
      fingerprint(
        ['app', 'components', 'domain', 'server', 'prisma/schema', 'next.config.js', 'tsconfig.json'],
        [packagesPrint()],
      ),
    run: () =>
      runNode([below('node_modules/next/dist/bin/next'), 'build'], { ...OFFLINE, NODE_ENV: 'production' }),
  },
};
