// node load.mjs JOB.json: put load on an address from a process of its own; prints one line of JSON.
// JOB: { url, paths, headers, connections, seconds, rate?, amount? } (amount: so many requests, however long they take). Every connection asks another part of the paths.
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

const { url, paths, headers, connections, seconds, rate, amount } = JSON.parse(
  readFileSync(process.argv[2], 'utf8'),
);
const share = Math.ceil(paths.length / connections);
let next = 0;
const result = await autocannon({
  url,
  connections,
  ...(amount ? { amount } : { duration: seconds }),
  ...(rate ? { overallRate: rate } : {}),
  setupClient: (client) => {
    const start = next;
    next += share;
    const mine = [
      ...paths.slice(start, start + share),
      ...paths.slice(0, start),
      ...paths.slice(start + share),
    ];
    const own = mine.slice(0, paths.length >= connections * 50 ? share : mine.length);
    client.setRequests(own.map((path) => ({ path, headers })));
  },
});
console.log(
  JSON.stringify({
    requests: result.requests.total,
    perSecond: result.requests.total / result.duration,
    bytes: result.throughput.total,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    refused: result.non2xx + result.errors,
  }),
);
