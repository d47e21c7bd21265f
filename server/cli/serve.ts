import { readConfig } from '@/server/config';
import { homeDivision } from '@/server/home/home-division';
import { scenarioNamed } from '@/server/scenarios/scenario-named';
import { serve } from '@/server/serve';
import { readOptions } from './read-options';

const OPTIONS = {
  demo: { type: 'boolean' },
  scenario: { type: 'string' },
  dev: { type: 'boolean' },
} as const;
const INTERRUPTED = 130;
const UNSAID = `
Nobody has said yet whose headquarters this is, so no list is compared with areas of its own.
Say it on the page 管理 (Admin), or: npm run -s home:set -- CODE|none --reason TEXT`;

/** `serve [--demo [--scenario NAME]] [--dev]`: run until a signal comes, then stop everything in order. */
export async function run(args: string[]): Promise<void> {
  const values = readOptions(args, OPTIONS, 'npm run demo [-- --scenario NAME], or npm start');
  const scenario = values.demo ? scenarioNamed(values.scenario) : null;
  const config = readConfig(
    {},
    { ...(values.demo ? { PUBLIC_LOOKUP: 'on' } : {}), ...(values.dev ? { NODE_ENV: 'development' } : {}) },
  );
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1).padStart(5);
  const tell = (step: string) => console.log(`${seconds()} s  ${step}`);

  // npm passes on the signal that the terminal has already sent, so one Ctrl-C may arrive twice.
  const interruption = new AbortController();
  let stop = () => interruption.abort();
  let told = false;
  const onSignal = () => {
    if (told) return;
    told = true;
    console.log('\nStopping …');
    stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);

  const options = { config, scenario, dev: values.dev ?? false, tell, signal: interruption.signal };
  const server = await serve(options).catch((error) => {
    if (interruption.signal.aborted) process.exit(INTERRUPTED);
    throw error;
  });
  stop = () => {
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  if (interruption.signal.aborted) return stop();

  console.log(`${seconds()} s  Ready: ${server.address}`);
  if (!server.runtime.drill && (await homeDivision(server.runtime.db)) === undefined) console.log(UNSAID);
  if (scenario) {
    console.log(`\nDrill ${scenario.name}. Accounts (name / password):`);
    for (const { name, password, displayName } of scenario.accounts)
      console.log(`  ${name} / ${password}   ${displayName}`);
  }
}
