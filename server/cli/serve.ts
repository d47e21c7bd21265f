import { parseArgs } from 'node:util';
import { readConfig } from '@/server/config';
import { scenarioNamed } from '@/server/scenarios/scenario-named';
import { serve } from '@/server/serve';

/** `serve [--demo [--scenario NAME]] [--dev]`: run until a signal comes, then stop everything in order. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { demo: { type: 'boolean' }, scenario: { type: 'string' }, dev: { type: 'boolean' } },
  });
  const scenario = values.demo ? scenarioNamed(values.scenario) : null;
  const config = readConfig(
    {},
    { ...(values.demo ? { PUBLIC_LOOKUP: 'on' } : {}), ...(values.dev ? { NODE_ENV: 'development' } : {}) },
  );
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1).padStart(5);
  const tell = (step: string) => console.log(`${seconds()} s  ${step}`);
  const server = await serve({ config, scenario, dev: values.dev ?? false, tell });

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    console.log('\nStopping …');
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('fengqu:stop' as never, stop);

  console.log(`${seconds()} s  Ready: ${server.address}`);
  if (scenario) {
    console.log(`\nDrill ${scenario.name}. Accounts (name / password):`);
    for (const { name, password, displayName } of scenario.accounts)
      console.log(`  ${name} / ${password}   ${displayName}`);
  }
}
