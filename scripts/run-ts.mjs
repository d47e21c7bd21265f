// Bundles one TypeScript file in memory with esbuild (packages stay outside) and runs it:
//   node scripts/run-ts.mjs FILE [arguments]
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [file, ...rest] = process.argv.slice(2);
if (file === undefined) {
  console.error('run-ts: name the TypeScript file to run');
  process.exit(1);
}
const root = path.resolve(import.meta.dirname, '..');
const { outputFiles } = await build({
  entryPoints: [path.resolve(file)],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  alias: { '@': root },
});
const folder = path.join(root, 'node_modules', '.cache', 'run-ts');
await mkdir(folder, { recursive: true });
const target = path.join(folder, `${path.basename(file).replace(/\W+/g, '-')}-${process.pid}.mjs`);
await writeFile(target, outputFiles[0].text);
process.argv.splice(1, process.argv.length - 1, file, ...rest);
await import(pathToFileURL(target).href);
