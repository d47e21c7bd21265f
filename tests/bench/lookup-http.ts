// npm run bench:lookup [-- --rounds 5 --seconds 4]: the look-up over HTTP with the whole nation and the peak national
// list loaded, beside bare node:http and beside a Next route with one Prisma query, in turns in the same run. Prints a
// table and one line of JSON; asserts nothing. Loopback only.
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Contender, startContender } from './lookup-http/contender';
import { benchDatabase } from './lookup-http/database';
import { freePort } from './lookup-http/free-port';
import { type Job, type Measured, measure, median } from './lookup-http/measure';
import { startNextApp } from './lookup-http/next-app';
import { placeStrings } from './lookup-http/place-strings';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '4' } },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const root = process.cwd();
const folder = path.join(root, 'node_modules', '.cache', 'bench', 'lookup-http');
const connections = 32;
const PER_ROUND = 60_000;

const began = performance.now();
const tell = (step: string) => console.error(`${((performance.now() - began) / 1000).toFixed(1)} s  ${step}`);
const running: { stop(): Promise<void> }[] = [];
try {
  tell('Starting the database');
  const data = await benchDatabase(path.join(folder, 'data'), tell);
  running.push(data);
  const strings = await placeStrings(data.db);

  tell('Building and starting the Next route');
  const next = await startNextApp(root, path.join(folder, 'next'), data.url, await freePort());
  running.push(next);
  const bare = await startContender(
    [process.execPath, path.join(root, 'tests/bench/lookup-http/bare-server.mjs')],
    {
      cwd: root,
      env: process.env,
      ready: /port (\d+)/,
    },
  );
  running.push(bare);
  tell('Starting Fengqu');
  const started = performance.now();
  const port = await freePort();
  const fengqu = await startContender([process.execPath, path.join(root, 'dist/cli.js'), 'serve'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: data.url,
      DATA_DIR: path.join(folder, 'app'),
      PUBLIC_LOOKUP: 'on',
    },
    ready: /Ready: http:\/\/localhost:(\d+)/,
  });
  running.push(fengqu);
  const readyMs = performance.now() - started;

  const headers = { authorization: `Bearer ${data.key}` };
  const lookup = (q: string) => `/api/v1/lookup?q=${encodeURIComponent(q)}`;
  const mix: Job = { paths: strings.mix.map(lookup), headers, connections, seconds };
  const uniquePaths = strings.unique.map(lookup);
  const unique = (round: number): Job => {
    const start = (round * PER_ROUND) % Math.max(1, uniquePaths.length - PER_ROUND);
    return { ...mix, paths: uniquePaths.slice(start, start + PER_ROUND) };
  };
  const route: Job = {
    ...mix,
    headers: {},
    paths: strings.keys.map((q) => `/api/lookup?q=${encodeURIComponent(q)}`),
  };
  const load = (to: Contender, job: Job) => measure(root, folder, to, job);

  tell('Warming up');
  // Long enough for the compiler to have settled: on a busy machine that takes many seconds.
  for (let n = 0; n < 3; n += 1) {
    await load(fengqu, { ...unique(rounds + n), seconds: 5 });
    await load(fengqu, { ...mix, seconds: 5 });
    await load(bare, { ...mix, headers: {}, paths: ['/1000'], seconds: 2 });
    await load(next, { ...route, seconds: 4 });
  }
  const sizes = { mix: await load(fengqu, mix), unique: await load(fengqu, unique(rounds + 3)) };
  const bodyBytes = (one: Measured) => Math.round(one.bytes / Math.max(1, one.requests)) - 500;
  const limit = (bytes: number): Job => ({ ...mix, headers: {}, paths: [`/${bytes}`] });

  const results: Record<'bare' | 'mix' | 'bareUnique' | 'unique' | 'next', Measured[]> = {
    bare: [],
    mix: [],
    bareUnique: [],
    unique: [],
    next: [],
  };
  for (let round = 0; round < rounds; round += 1) {
    tell(`Round ${round + 1} of ${rounds}`);
    results.bare.push(await load(bare, limit(bodyBytes(sizes.mix))));
    // Other rounds have driven out what is asked again and again. Measured is the state in which such asking goes on:
    // every string was asked before, and a minute that begins within the round empties the store as it does every minute.
    await load(fengqu, { ...mix, amount: strings.mix.length * 2 });
    results.mix.push(await load(fengqu, mix));
    results.bareUnique.push(await load(bare, limit(bodyBytes(sizes.unique))));
    results.unique.push(await load(fengqu, unique(round)));
    results.next.push(await load(next, route));
  }
  tell('1,000 requests a second');
  const paced: Measured[] = [];
  const pacedBare: Measured[] = [];
  await load(fengqu, { ...mix, amount: strings.mix.length * 2 });
  for (let round = 0; round < 3; round += 1) {
    paced.push(await load(fengqu, { ...mix, connections: 16, seconds: seconds * 2, rate: 1_000 }));
    pacedBare.push(
      await load(bare, {
        ...limit(bodyBytes(sizes.mix)),
        connections: 16,
        seconds: seconds * 2,
        rate: 1_000,
      }),
    );
  }

  const of = (list: Measured[], field: 'perSecond' | 'p50Ms' | 'p99Ms' | 'cpuUs') =>
    Math.round(median(list.map((one) => one[field] ?? Number.NaN)) * 10) / 10;
  const row = (what: string, list: Measured[]) => ({
    what,
    'req/s': Math.round(of(list, 'perSecond')),
    'p50 ms': of(list, 'p50Ms'),
    'p99 ms': of(list, 'p99Ms'),
    'server CPU µs/req': of(list, 'cpuUs'),
    'not 2xx': list.reduce((sum, one) => sum + one.refused, 0),
  });
  const ratio = (list: Measured[], to: Measured[]) =>
    Math.round(median(list.map((one, round) => one.perSecond / (to[round]?.perSecond ?? Number.NaN))) * 100) /
    100;
  console.table([
    row(`bare node:http, ${bodyBytes(sizes.mix)} bytes`, results.bare),
    row(`Fengqu, ${strings.mix.length} strings asked again and again`, results.mix),
    row(`bare node:http, ${bodyBytes(sizes.unique)} bytes`, results.bareUnique),
    row('Fengqu, no string asked twice', results.unique),
    row('Next route + Prisma, one indexed query', results.next),
    row('Fengqu at 1,000 req/s', paced),
    row('bare node:http at 1,000 req/s', pacedBare),
  ]);
  const cpuRatio = (list: Measured[], to: Measured[]) =>
    Math.round((of(to, 'cpuUs') / of(list, 'cpuUs')) * 100) / 100;
  const ratios = {
    'repeated strings ÷ bare': ratio(results.mix, results.bare),
    'repeated strings ÷ bare, by processor time': cpuRatio(results.mix, results.bare),
    'unique strings ÷ bare': ratio(results.unique, results.bareUnique),
    'unique strings ÷ bare, by processor time': cpuRatio(results.unique, results.bareUnique),
    'repeated strings ÷ Next + Prisma': ratio(results.mix, results.next),
    'unique strings ÷ Next + Prisma': ratio(results.unique, results.next),
  };
  console.table(ratios);
  const machine = { cpus: cpus().length, node: process.version };
  const at1000 = { p99Ms: of(paced, 'p99Ms'), bareP99Ms: of(pacedBare, 'p99Ms') };
  console.log(
    JSON.stringify({
      list: data.list,
      machine,
      rounds,
      seconds,
      readyMs: Math.round(readyMs),
      ratios,
      at1000,
      results,
    }),
  );
} finally {
  for (let one = running.pop(); one; one = running.pop()) await one.stop();
}
