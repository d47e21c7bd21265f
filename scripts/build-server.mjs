// Bundles the command line and the thread that renders pages to dist/. Packages stay outside the bundle.
import path from 'node:path';
import { build, context } from 'esbuild';

const root = path.dirname(import.meta.dirname);

export const options = {
  absWorkingDir: root,
  entryPoints: { cli: 'server/cli.ts', 'pages-thread': 'server/pages-thread/thread.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  alias: { '@': root },
  sourcemap: true,
  logLevel: 'warning',
};

/** Build again at every change and call `onBuilt` after each good build. */
export async function watch(onBuilt) {
  const plugin = {
    name: 'built',
    setup: (b) => b.onEnd((result) => result.errors.length === 0 && onBuilt()),
  };
  const watching = await context({ ...options, plugins: [plugin] });
  await watching.watch();
  return watching;
}

if (process.argv[1] === import.meta.filename) await build(options);
