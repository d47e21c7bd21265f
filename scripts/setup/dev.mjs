import { spawn } from 'node:child_process';
import { settleDataDir } from './data-dir.mjs';
import { prepareOrExit } from './prepare.mjs';
import { makeProgress } from './progress.mjs';
import { below } from './root.mjs';
import { onStop, stopWithNpm } from './stop.mjs';

/** Serve a drill whose server is bundled and started again at every change; Next follows its pages by itself. */
export async function dev(args) {
  stopWithNpm();
  await prepareOrExit(makeProgress(), ['packages', 'client', 'geo']);
  settleDataDir(below('.data/dev'));
  const { watch } = await import('../build-server.mjs');
  let child;
  let turn = Promise.resolve();

  const stop = () =>
    new Promise((stopped) => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return stopped();
      child.once('exit', stopped);
      child.kill('SIGTERM');
    });
  const restart = async () => {
    await stop();
    child = spawn(process.execPath, [below('dist/cli.js'), 'serve', '--dev', '--demo', ...args], {
      stdio: 'inherit',
    });
  };
  const watching = await watch(() => {
    turn = turn.then(restart);
  });
  onStop(async () => {
    await watching.dispose();
    await turn;
    await stop();
  });
}
