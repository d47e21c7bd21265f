import { rmSync, statfsSync } from 'node:fs';
import { isCurrent, writeStamp } from './fingerprint.mjs';
import { withInstallLock } from './install-lock.mjs';
import { below, ROOT } from './root.mjs';
import { CommandFailed } from './run-command.mjs';
import { steps } from './steps.mjs';

const TAIL_LINES = 40;

/** One sentence for the failures that a person can mend without reading a log. */
function causeOf(title, output) {
  if (/ENOSPC|no space left on device|EDQUOT/i.test(output)) return `The disk that holds ${ROOT} is full.`;
  if (/EACCES|EROFS|EPERM/.test(output)) return `${ROOT} cannot be written by this user.`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output))
    return `${title} failed: npm's registry cannot be reached; check the network and npm's registry and proxy settings.`;
  return `${title} failed; what it said stands above.`;
}

function assertRoom({ title, needsBytes = 0 }) {
  const disk = statfsSync(ROOT);
  if (disk.bavail * disk.bsize >= needsBytes) return;
  const gigabytes = (needsBytes / 1e9).toFixed(1);
  throw new CommandFailed(
    `The disk that holds ${ROOT} is full: ${title.toLowerCase()} needs ${gigabytes} GB.`,
    '',
  );
}

async function doStep(step, progress) {
  const print = step.print();
  if (isCurrent(step.stamp, step.output, print)) return;
  assertRoom(step);
  rmSync(below(step.stamp), { force: true });
  await progress.step(step.title, async () => {
    const { code, output } = await step.run();
    if (code !== 0) {
      const lines = output.trimEnd().split('\n');
      const shown = step === steps.packages ? lines.slice(-TAIL_LINES) : lines;
      throw new CommandFailed(causeOf(step.title, output), shown.join('\n'));
    }
    writeStamp(step.stamp, print);
  });
}

/**
 * Bring packages and builds up to date, telling each step that has something to do.
 * @param names which of `steps`, in order
 * @throws CommandFailed with the output of the step that failed
 */
export function prepare(progress, names = Object.keys(steps)) {
  return withInstallLock(progress, async () => {
    for (const name of names) await doStep(steps[name], progress);
  });
}

/** As `prepare`, but a failure is printed and ends the process with code 1. */
export async function prepareOrExit(progress, names) {
  try {
    await prepare(progress, names);
  } catch (error) {
    tellFailure(error);
    process.exit(1);
  }
}

/** Print why preparing failed: the output of the failing step, then one sentence. */
export function tellFailure(error) {
  const said = error instanceof CommandFailed ? error.output : error.code ? '' : error;
  if (said) console.error(said);
  console.error(error instanceof CommandFailed ? error.message : causeOf('Installing', String(error)));
}
