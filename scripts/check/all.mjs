import { prepare, tellFailure } from '../setup/prepare.mjs';
import { makeProgress } from '../setup/progress.mjs';
import { CommandFailed } from '../setup/run-command.mjs';
import { stages } from './stages.mjs';
import { oneCheck } from './tally.mjs';

const RULE = '─'.repeat(78);

const remarkOf = ({ passed, failed, skipped }) =>
  [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`]
    .filter(Boolean)
    .join(', ');

async function build(progress, names) {
  try {
    await prepare(progress, names);
    return oneCheck(true, '');
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    return oneCheck(false, `${error.output}\n${error.message}`);
  }
}

/**
 * Run every check and every test, also after one has failed, and end with `N passed, N failed, N skipped`. The pages
 * are built and walked through by the browser beside the other checks: two cores have work all the time.
 */
export async function checkAll() {
  const progress = makeProgress();
  const tallies = [];
  const finish = () => {
    const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
    console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
    process.exitCode = sum('failed') > 0 ? 1 : 0;
  };
  const run = async (title, work) => {
    const tally = await progress
      .step(title, work, remarkOf)
      .catch((error) => oneCheck(false, error.stack ?? String(error)));
    tallies.push(tally);
    if (tally.failed > 0) progress.print(`${RULE}\n${title}\n${RULE}\n${tally.output.trimEnd()}\n${RULE}`);
    for (const name of tally.skippedNames) progress.print(`  skipped: ${name}`);
    return tally;
  };
  const stage = (name) => run(...stages[name]);

  try {
    await prepare(progress, ['packages']);
  } catch (error) {
    tellFailure(error);
    tallies.push(oneCheck(false, ''));
    return finish();
  }

  const server = await run('Server build', () => build(progress, ['client', 'geo', 'server']));
  const pages = run('Production build of the pages', () => build(progress, ['pages']));
  const walked = pages.then(({ failed }) =>
    failed + server.failed > 0
      ? run('Browser tests', async () => oneCheck(false, 'Not run: a build failed.'))
      : stage('browser'),
  );
  for (const name of ['formatting', 'lint', 'imports', 'unused', 'unit']) await stage(name);
  // The build writes declarations that the type checker reads.
  await pages;
  for (const name of ['types', 'integration', 'real']) await stage(name);
  await walked;
  finish();
}
