import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { below } from '../setup/root.mjs';
import { runNode } from '../setup/run-command.mjs';
import { obtainChromium } from './find-chromium.mjs';
import { oneCheck, playwrightTally, vitestTally } from './tally.mjs';

const bin = (file) => below('node_modules', file);
const BIOME = bin('@biomejs/biome/bin/biome');

const check = (args) => async () => {
  const { code, output } = await runNode(args);
  return oneCheck(code === 0, output);
};

async function withReport(work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'fengqu-report-'));
  try {
    return await work(path.join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const vitest = (project) => () =>
  withReport(async (report) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const ended = await runNode([bin('vitest/vitest.mjs'), 'run', '--project', project, ...reporters]);
    return vitestTally(report, ended);
  });

async function browser() {
  const chromium = await obtainChromium();
  if (!chromium.path) return oneCheck(false, chromium.output);
  return withReport(async (report) => {
    const ended = await runNode([bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'], {
      CHROMIUM: chromium.path,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    return playwrightTally(report, ended);
  });
}

/** Every check and test of the project by title; each returns a Tally. */
export const stages = {
  formatting: ['Formatting', check([BIOME, 'format', '--max-diagnostics=200', '.'])],
  lint: ['Lint', check([BIOME, 'lint', '--error-on-warnings', '--max-diagnostics=200', '.'])],
  types: ['Types', check([bin('typescript/bin/tsc'), '--noEmit', '--incremental', 'false', '-p', '.'])],
  imports: [
    'Import direction',
    check([
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'app',
      'components',
      'domain',
      'server',
    ]),
  ],
  unused: ['Unused files, exports and packages', check([bin('knip/bin/knip.js')])],
  unit: ['Unit tests', vitest('unit')],
  integration: ['Integration tests', vitest('integration')],
  real: ['Real-list tests', vitest('real')],
  browser: ['Browser tests', browser],
};
