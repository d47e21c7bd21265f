import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { act } from '@/server/acts/act';
import { designateArea } from '@/server/areas/designate-area';
import { recordScreening } from '@/server/areas/record-screening';
import { systemViewer } from '@/server/auth/viewer';
import { openDrillClock } from '@/server/clock/drill-clock';
import { moveDrillClock } from '@/server/clock/move-drill-clock';
import type { Database } from '@/server/db/connect';
import { watchDrillClock } from '@/server/start/watch-clock';
import { projectFile } from '../unit/house/source-files';
import { freshDatabase } from './fresh-database';
import { placeDivisions } from './places';

const beijing = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const OPENS = beijing('2022-12-01 21:00');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WAIT = { timeout: 120_000, interval: 100 };
const administrator = systemViewer('test');

let db: Database;
/** Designated on 26 November: the first has its round planned for 2 December, the second an infection. */
let areas: string[];
const undo: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  db = await freshDatabase();
  undo.push(() => db.close());
  await placeDivisions(db);
  const at = beijing('2022-11-26 20:00');
  areas = [];
  for (const name of ['天宏尚文苑2号楼', '元和新城小区1号楼']) {
    const input = {
      divisionCode: '370703',
      name,
      level: 'HIGH' as const,
      effectiveAt: at,
      reason: '发现感染者',
    };
    areas.push((await act(context(), administrator, designateArea, input)).areaId);
  }
  await db.prisma.drillClock.create({
    data: { id: 1, simulatedAt: new Date(OPENS), realBase: new Date(), paused: false },
  });
  const [first = '', second = ''] = areas;
  await plan('SCREENING', '2022-12-02 12:00', round(first));
  await plan('INFECTION', '2022-12-02 10:30', {
    ...{ areaId: second, foundOn: '2022-12-02', count: 1, countsForDesignation: true, resetsClock: true },
    ...{ exclusion: null, reason: '区域内再次检出' },
  });
});
afterEach(async () => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
});

/** The services on the evening of the designation. */
function context() {
  const at = beijing('2022-11-26 20:00');
  return { db, clock: { now: () => at, drill: true }, downgrade: { request: async () => undefined } };
}

const round = (areaId: string, tested = 412) => ({
  areaId,
  windowFrom: beijing('2022-12-02 07:00'),
  windowTo: beijing('2022-12-02 12:00'),
  ...{ target: 412, tested, positive: 0, note: '' },
});

function plan(kind: string, at: string, payload: object) {
  return db.prisma.drillEvent.create({ data: { kind, at: new Date(beijing(at)), payload } });
}

/** The clock of another process. */
async function opened() {
  const drill = await openDrillClock(db);
  if (!drill) throw new Error('no drill');
  return drill;
}

/** What stands once a move of three days has happened once. */
async function outcome() {
  const clock = await db.prisma.drillClock.findUniqueOrThrow({ where: { id: 1 } });
  const [lowered] = await db.prisma.designation.findMany({
    where: { areaId: areas[0] ?? '', recordedTo: null, endCause: 'LOWERED_BY_RULE' },
  });
  return {
    // The clock runs on after the move.
    arrived: clock.simulatedAt.getTime() >= OPENS + 3 * DAY,
    paused: clock.paused,
    events: await db.prisma.drillEvent.count({ where: { appliedAt: null } }),
    rounds: await db.prisma.screening.count({ where: { areaId: areas[0] ?? '' } }),
    infections: await db.prisma.infection.count({ where: { areaId: areas[1] ?? '' } }),
    loweredOn: lowered?.validTo && Math.floor((lowered.validTo.getTime() - OPENS) / HOUR),
    high: await db.prisma.designation.count({ where: { level: 'HIGH', recordedTo: null, validTo: null } }),
    told: await db.prisma.auditEntry.count({ where: { action: 'DRILL_CLOCK_MOVED' } }),
  };
}
const ONCE = {
  ...{ arrived: true, paused: false, events: 0, rounds: 1, infections: 1 },
  // 15 hours after 21时: at 12时 of the 2nd, when the missing round was known.
  ...{ loweredOn: 15, high: 1, told: 1 },
};

/** Hold rows until the answer is called: what the statement locks. */
async function hold(statement: string): Promise<() => Promise<void>> {
  const client = await db.pool.connect();
  await client.query('begin');
  await client.query(statement);
  let held = true;
  const release = async () => {
    if (!held) return;
    held = false;
    await client.query('rollback');
    client.release();
  };
  undo.push(release);
  return release;
}

/** Until a statement that contains the text waits for a lock. */
function waiting(text: string) {
  return vi.waitFor(async () => {
    const { rowCount } = await db.pool.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike $1",
      [`%${text}%`],
    );
    expect(rowCount).toBeGreaterThan(0);
  }, WAIT);
}

/** Another process that moves the clock by three days; it has begun when the answer comes. */
async function mover() {
  const child = spawn(
    process.execPath,
    [projectFile('scripts/run-ts.mjs'), projectFile('tests/integration/move-clock-process.ts'), db.url],
    { cwd: projectFile(), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  undo.push(kill);
  await once(child.stdout, 'data');
  return { kill };
}

/** A server that starts on this database, as far as the clock goes. */
async function serverStarts(): Promise<void> {
  undo.push(await watchDrillClock(db, await opened(), (error) => console.error(error)));
}

describe('two moves at once', () => {
  it('move the clock once: the second is told where it stands and leads', async () => {
    const release = await hold('lock table downgrade_run in share mode');
    const first = moveDrillClock(db, await opened(), administrator, { byMs: DAY });
    await waiting('downgrade_run');
    const second = moveDrillClock(db, await opened(), administrator, { byMs: HOUR, paused: true });
    await expect(second).rejects.toMatchObject({
      kind: 'conflict',
      detail:
        'The drill clock is being moved already: it stands at 2022-12-01 24:00 and is on its way to 2022-12-02 21:00, Beijing time.',
      extra: { code: 'clock-moving', stands: '2022-12-01 24:00', to: '2022-12-02 21:00' },
    });
    await release();
    const { now } = await first;
    expect(now).toBeGreaterThanOrEqual(OPENS + DAY);
    expect((await opened()).now()).toBeGreaterThanOrEqual(now);
    expect((await opened()).paused).toBe(false);
  });

  it('one after the other move it twice', async () => {
    await moveDrillClock(db, await opened(), administrator, { byMs: HOUR, paused: true });
    const { now } = await moveDrillClock(db, await opened(), administrator, { byMs: HOUR });
    expect(Math.floor((now - OPENS) / HOUR)).toBe(2);
    expect(await opened()).toMatchObject({ paused: true, move: null });
  });
});

describe('the clock', () => {
  it('does not go back, whoever writes its row', async () => {
    const back = db.pool.query("update drill_clock set simulated_at = simulated_at - interval '1 second'");
    await expect(back).rejects.toThrow('does not go back');
    // It runs: an hour later it shows an hour more, and may not show less.
    const slower = db.pool.query("update drill_clock set real_base = real_base + interval '1 hour'");
    await expect(slower).rejects.toThrow('does not go back');
    await db.pool.query(
      "update drill_clock set real_base = real_base + interval '1 hour', simulated_at = simulated_at + interval '1 hour'",
    );
  });

  it('does not go back where the machine’s own clock is set back', async () => {
    const drill = await opened();
    const shown = drill.now();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - DAY });
    undo.push(async () => vi.useRealTimers());
    expect(drill.now()).toBeGreaterThanOrEqual(shown);
    await drill.refresh();
    expect(drill.now()).toBeGreaterThanOrEqual(shown);
  });
});

describe('a move whose process is killed', () => {
  it('while it records an event is finished by the server, and the event happens once', async () => {
    const release = await hold(`select from area where id = '${areas[0] ?? ''}' for update`);
    const { kill } = await mover();
    await waiting('from area a join authority');
    await kill();
    await release();
    await serverStarts();
    await vi.waitFor(async () => expect(await outcome()).toEqual(ONCE), WAIT);
  });

  it('between recording an event and marking it is finished, and the event happens once', async () => {
    const release = await hold('select from drill_event for update');
    const { kill } = await mover();
    await waiting('drill_event');
    await kill();
    await release();
    await serverStarts();
    await vi.waitFor(async () => expect(await outcome()).toEqual(ONCE), WAIT);
  });

  it('is finished by the next command before its own', async () => {
    const release = await hold('lock table downgrade_run in share mode');
    const { kill } = await mover();
    await waiting('downgrade_run');
    await kill();
    await release();
    await moveDrillClock(db, await opened(), administrator, { paused: false });
    expect(await outcome()).toEqual({ ...ONCE, told: 2 });
  });

  it('again and again, at any moment, arrives with nothing lost or doubled', async () => {
    let kills = 0;
    // On a busy machine the first of them may be killed before they have begun.
    const begun = async () => (await opened())?.move !== null;
    for (; !(await outcome()).arrived && (kills < 4 || !(await begun())); kills += 1) {
      const { kill } = await mover();
      // The last of them is killed in mid-move however slow the machine is; those before it at any moment.
      if (kills === 3) await vi.waitFor(async () => expect(await begun()).toBe(true), WAIT);
      await delay(20 + 60 * kills);
      await kill();
    }
    expect(kills).toBeGreaterThan(1);
    await serverStarts();
    await vi.waitFor(async () => expect(await outcome()).toEqual(ONCE), WAIT);
  });
});

it('an event that the service refuses is marked with the reason and stops nothing', async () => {
  const { id } = await plan('SCREENING', '2022-12-02 12:00', round(areas[1] ?? '', 500));
  await moveDrillClock(db, await opened(), administrator, { byMs: 3 * DAY });
  expect(await outcome()).toEqual(ONCE);
  expect(await db.prisma.drillEvent.findUnique({ where: { id } })).toMatchObject({
    refused: expect.stringContaining('more than the target'),
  });
});

it('what killed moves left before is mended by the migration', async () => {
  const [first = '', second = ''] = areas;
  // The round was recorded and the infection only claimed; the last whole move had let the clock run.
  await moveDrillClock(db, await opened(), administrator, { byMs: 12 * HOUR });
  await db.prisma.drillEvent.updateMany({ data: { appliedAt: new Date() } });
  await moveDrillClock(db, await opened(), administrator, { byMs: 6 * HOUR });
  await db.pool.query('update drill_clock set paused = true');
  const drill = { ...context(), clock: await opened() };
  await act(drill, systemViewer('drill'), recordScreening, round(first));

  const folder = 'prisma/migrations/20261124080000_drill_clock_moves/migration.sql';
  const [, mending = ''] = readFileSync(projectFile(folder), 'utf8').split('-- A process that was killed');
  await db.pool.query(`-- ${mending}`);

  expect(await opened()).toMatchObject({ paused: false, move: null });
  const open = await db.prisma.drillEvent.findMany({ where: { appliedAt: null } });
  expect(open.map(({ kind, payload }) => [kind, payload])).toMatchObject([['INFECTION', { areaId: second }]]);
});
