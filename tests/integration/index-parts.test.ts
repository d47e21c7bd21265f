// Guarantee: a further kind stands on the look-up by registering its part, and nothing else of the index knows of it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keptPart } from '@/domain/lookup/kept-part';
import { act } from '@/server/acts/act';
import { designateArea } from '@/server/areas/designate-area';
import { systemViewer } from '@/server/auth/viewer';
import { presentClock } from '@/server/clock/present-clock';
import type { Database } from '@/server/db/connect';
import { followLog, type LogFollower } from '@/server/feed/log-follower';
import { indexPart } from '@/server/lookup/index-part';
import { INDEX_PARTS } from '@/server/lookup/index-parts';
import { type LiveLookup, startLiveLookup } from '@/server/lookup/live-lookup';
import { readDivisionIndex } from '@/server/lookup/read-division-index';
import { untilShown } from '@/server/lookup/until-shown';
import { beijing } from './api-server';
import { freshDatabase } from './fresh-database';
import { placeDivisions } from './places';

interface Gate {
  id: string;
  state: string;
}
const EVENT = 'fengqu.gate-status.changed.v1';
const kept = keptPart<ReadonlyMap<string, Gate>>('gates', new Map());

/** Road gates, a kind that the product does not have. */
const gatesPart = indexPart<Gate>({
  name: 'gates',
  events: [EVENT],
  read: async (db, ids) => {
    const where = 'where $1::text[] is null or id = any($1)';
    return (await db.pool.query<Gate>(`select id, state from gate ${where}`, [ids])).rows;
  },
  subjectOf: (gate) => gate.id,
  put: (index, { rows, gone }) => {
    const gates = new Map(kept.of(index));
    for (const gate of rows) gates.set(gate.id, gate);
    for (const id of gone) gates.delete(id);
    return kept.put(index, gates);
  },
  differences: async (client, index) => {
    const { rows } = await client.query<Gate>('select id, state from gate');
    const held = kept.of(index);
    const ids = new Set([...rows.map((gate) => gate.id), ...held.keys()]);
    return [...ids].filter((id) => rows.find((gate) => gate.id === id)?.state !== held.get(id)?.state);
  },
});

let db: Database;
let log: LogFollower;
let lookup: LiveLookup;
const now = beijing('2022-12-01T09:00:00');
const clock = () => presentClock(db, { now: () => now, drill: false });
const states = () => Object.fromEntries([...kept.of(lookup.index)].map(([id, { state }]) => [id, state]));

/** Change gates and tell of one in the log, as a verb of that kind would. */
async function tell(subject: string, statement: string): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    await client.query(statement);
    await client.query(
      `insert into change_log (seq, type, subject, effective_at, recorded_at, data)
       select coalesce(max(seq), 0) + 1, $1, $2, $3, $3, '{}' from change_log`,
      [EVENT, subject, new Date(now)],
    );
    await client.query("select pg_notify('fengqu_log', '')");
    await client.query('commit');
  } finally {
    client.release();
  }
  expect(await untilShown({ db, shown: lookup.reached })).toBe(true);
}

beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  await db.pool.query('create table gate (id text primary key, state text not null)');
  await db.pool.query(`insert into gate values ('north', 'OPEN')`);
  log = await followLog(db);
  lookup = await startLiveLookup(db, clock(), log, await readDivisionIndex(db), [...INDEX_PARTS, gatesPart]);
});
afterAll(async () => {
  await lookup.stop();
  await log.stop();
  await db.close();
});

it('is read at the start', () => {
  expect(states()).toEqual({ north: 'OPEN' });
});

it('adds, replaces and removes what its own events name', async () => {
  const before = lookup.index;
  await tell('south', `insert into gate values ('south', 'OPEN')`);
  expect(states()).toEqual({ north: 'OPEN', south: 'OPEN' });
  await tell('south', `update gate set state = 'CLOSED' where id = 'south'`);
  expect(states()).toEqual({ north: 'OPEN', south: 'CLOSED' });
  await tell('north', `delete from gate where id = 'north'`);
  expect(states()).toEqual({ south: 'CLOSED' });
  // A snapshot once taken goes on saying what it said.
  expect([...kept.of(before).keys()]).toEqual(['north']);
});

it('leaves alone what no event of its kind names', async () => {
  await db.pool.query(`insert into gate values ('unheard', 'OPEN')`);
  const context = { db, clock: clock(), downgrade: { request: async () => undefined } };
  await act(context, systemViewer('test'), designateArea, {
    divisionCode: '370703',
    name: '第一小区1号楼',
    level: 'HIGH',
    effectiveAt: now,
    reason: '流调结果',
  });
  expect(await untilShown({ db, shown: lookup.reached })).toBe(true);
  expect(lookup.index.size).toBe(1);
  expect(states()).toEqual({ south: 'CLOSED' });
});

it('is compared with the database, and all is read anew when it differs', async () => {
  await lookup.check();
  expect(states()).toEqual({ south: 'CLOSED', unheard: 'OPEN' });
  expect(lookup.index.size).toBe(1);
  expect(lookup.selfCheck).toMatchObject({ ok: true, rebuilds: 1 });
});

it('waiting until something is shown ends unshown when the look-up does not follow', async () => {
  await log.stop();
  await lookup.stop();
  await db.pool.query(
    `insert into change_log (seq, type, subject, effective_at, recorded_at, data)
     select max(seq) + 1, $1, 'south', now(), now(), '{}' from change_log`,
    [EVENT],
  );
  expect(await untilShown({ db, shown: lookup.reached }, 50)).toBe(false);
});
