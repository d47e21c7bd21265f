// npm run bench:lookup -- --noise [--rounds 3 --seconds 10 --rate 300 --at http://localhost:3000]: the drill's look-up at a
// fixed rate, alone and beside ten people who load the dashboard again and again, in turns in the same run. Prints a table
// and one line of JSON; asserts nothing. `--at`: a server that runs already. Loopback only.
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startContender } from './lookup-http/contender';
import { freePort } from './lookup-http/free-port';
import { median } from './lookup-http/measure';
import { type Latencies, pacedLookups, people, signIn } from './lookup-http/noise-client';

const STRINGS = [
  '元和新城',
  '潍坊',
  '370724',
  'weifang',
  '临朐',
  '城关街道',
  'lq',
  '370700',
  '寒亭',
  '弥水路',
];
const PEOPLE = 10;
const PASSWORD = 'fengqu-drill-2022';

const { values } = parseArgs({
  options: {
    noise: { type: 'boolean' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '10' },
    rate: { type: 'string', default: '300' },
    at: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const job = { rate: Number(values.rate), seconds: Number(values.seconds) };

async function startDrill() {
  const root = process.cwd();
  const data = path.join(root, 'node_modules', '.cache', 'bench', 'lookup-noise');
  const own = {
    NODE_ENV: 'production' as const,
    PORT: String(await freePort()),
    DATA_DIR: data,
    PUBLIC_LOOKUP: 'off',
  };
  return startContender([process.execPath, path.join(root, 'dist/cli.js'), 'serve', '--demo'], {
    cwd: root,
    env: { ...process.env, ...own },
    ready: /Ready: http:\/\/localhost:(\d+)/,
  });
}

const server = values.at ? { url: values.at, stop: async () => undefined } : await startDrill();
try {
  const cookie = await signIn(server.url, 'admin', PASSWORD);
  const ask = () => pacedLookups(server.url, cookie, STRINGS, job);
  // Long enough for the compiler to have settled.
  const warming = people(server.url, cookie, PEOPLE);
  await ask();
  await warming.stop();
  const alone = [];
  const beside = [];
  for (let round = 0; round < rounds; round += 1) {
    alone.push({ ...(await ask()), load: loadavg()[0] });
    const noise = people(server.url, cookie, PEOPLE);
    const found = await ask();
    beside.push({ ...found, load: loadavg()[0], noise: await noise.stop() });
  }
  const row = (list: readonly Latencies[]) => ({
    'p50 ms': median(list.map((one) => one.p50Ms)),
    'p95 ms': median(list.map((one) => one.p95Ms)),
    'p99 ms': median(list.map((one) => one.p99Ms)),
    'not 200': list.reduce((all, one) => all + one.refused, 0),
  });
  const rows = { alone: row(alone), beside: row(beside) };
  console.table(rows);
  const p99Ratio = Math.round((rows.beside['p99 ms'] / rows.alone['p99 ms']) * 100) / 100;
  const machine = { cpus: cpus().length, node: process.version };
  console.log(JSON.stringify({ machine, rounds, ...job, people: PEOPLE, p99Ratio, alone, beside }));
} finally {
  await server.stop();
}
