import { readFileSync } from 'node:fs';

/**
 * What a stage counted. `skippedNames`: the tests it left out, by name; `output`: all it printed, shown when it failed.
 * @typedef {{passed: number, failed: number, skipped: number, skippedNames: string[], output: string}} Tally
 */

/** One check that holds or does not. */
export const oneCheck = (ok, output) => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  skipped: 0,
  skippedNames: [],
  output,
});

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** A runner that ended badly without one failed test (a file that does not load, an error between tests) failed once. */
function settle(tally, code) {
  const failed = tally.failed === 0 && code !== 0 ? 1 : tally.failed;
  return { ...tally, failed };
}

/** Count a Vitest JSON report. A file that could not be loaded is one failure. */
export function vitestTally(file, { code, output }) {
  const report = readReport(file);
  if (!report) return oneCheck(false, output);
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  const broken = report.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  );
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  return settle(
    {
      passed: tests.filter((test) => test.status === 'passed').length,
      failed: tests.filter((test) => test.status === 'failed').length + broken.length,
      skipped: skipped.length,
      skippedNames: skipped.map((test) => test.fullName),
      output,
    },
    code,
  );
}

function* specsOf(suite, path) {
  const here = suite.title ? [...path, suite.title] : path;
  for (const spec of suite.specs ?? []) yield { ...spec, name: [...here, spec.title].join(' › ') };
  for (const inner of suite.suites ?? []) yield* specsOf(inner, here);
}

/** Count a Playwright JSON report. A test that passed only on a second try failed. */
export function playwrightTally(file, { code, output }) {
  const report = readReport(file);
  if (!report) return oneCheck(false, output);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const left = report.suites
    .flatMap((suite) => [...specsOf(suite, [])])
    .filter((spec) => spec.tests.some((test) => test.status === 'skipped'));
  const said = (report.errors ?? []).map((error) => error.stack ?? error.message ?? '').join('\n');
  return settle(
    {
      passed: expected,
      failed: unexpected + flaky,
      skipped,
      skippedNames: left.map((spec) => spec.name),
      output: said ? `${output}\n${said}` : output,
    },
    code,
  );
}
