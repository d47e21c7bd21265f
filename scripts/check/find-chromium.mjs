import { spawnSync } from 'node:child_process';
import { runCommand } from '../setup/run-command.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The system's Chromium: CHROMIUM when set, else the first known name that answers with its version; null if none. */
export function findChromium() {
  for (const name of [process.env.CHROMIUM, ...NAMES]) {
    if (!name) continue;
    // Some distributions put a script there that only tells to install something else: asking for the version finds out.
    const answer = spawnSync(name, ['--version'], { encoding: 'utf8', timeout: 20_000 });
    if (answer.status !== 0 || !/Chrom/.test(answer.stdout)) continue;
    if (name.includes('/')) return name;
    return spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
  }
  return null;
}

const ADVICE =
  'The browser tests need Chromium: install it (Debian and Ubuntu: apt-get install chromium fonts-noto-cjk) or set CHROMIUM to its program.';

/**
 * Chromium, installed from the distribution's packages when it is missing and we may.
 * @returns {Promise<{path: string} | {path: null, output: string}>}
 */
export async function obtainChromium() {
  const found = findChromium();
  if (found) return { path: found };
  if (process.getuid?.() !== 0) return { path: null, output: ADVICE };
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runCommand('apt-get', ['update'], quiet);
  const add =
    update.code === 0
      ? await runCommand(
          'apt-get',
          ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
          quiet,
        )
      : update;
  const installed = findChromium();
  return installed ? { path: installed } : { path: null, output: `${add.output}\n${ADVICE}` };
}
