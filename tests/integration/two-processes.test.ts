import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { viewerOfSession } from '@/server/auth/session';
import { setPassword } from '@/server/auth/set-password';
import { signIn } from '@/server/auth/sign-in';
import { type Database, openDatabase } from '@/server/db/connect';
import { decidePreviewedList } from '@/server/ingest/decide-previewed-list';
import { previewRows } from '@/server/ingest/preview-rows';
import { keepPreview, keptPreview } from '@/server/ingest/preview-store';
import { peopleAt, type ServiceContext } from '@/server/service-context';
import { projectFile } from '../unit/house/source-files';
import { freshDatabase } from './fresh-database';
import {
  contextAt,
  imported,
  nationalBytes,
  nationalLevels,
  officer,
  preview,
  second,
  type TypedList,
} from './import-fixture';
import * as people from './people';
import { placeDivisions } from './places';

const run = promisify(execFile);
const HOUR = '2022-12-01T16:00:00';
const HANTING = '山东省 潍坊市 寒亭区';
const LIST: TypedList = { hour: '2022-12-01 15时', high: [`${HANTING}|第1小区`, `${HANTING}|第2小区`] };

let db: Database;
let here: ServiceContext;
beforeEach(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  here = contextAt(db, HOUR);
  return () => db.close();
});

/** Another process of the deployment does something. */
async function there<T>(act: string, asked: object): Promise<T> {
  const script = [projectFile('scripts/run-ts.mjs'), projectFile('tests/integration/other-process.ts')];
  const given = JSON.stringify({ viewer: officer, at: here.clock.now(), ...asked });
  const { stdout } = await run(process.execPath, [...script, db.url, act, given], { cwd: projectFile() });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

/** Tokens of previews that another process has made for this officer. */
const offered = (...lists: TypedList[]) =>
  there<[string, ...string[]]>('previews', {
    lists: lists.map((list) => Buffer.from(nationalBytes(list)).toString('base64')),
  });
async function kept(): Promise<string[]> {
  const rows = await db.prisma.listPreview.findMany({ select: { id: true } });
  return rows.map(({ id }) => id).sort();
}

describe('a preview made in one process', () => {
  it('is shown and applied by another, and goes with that', async () => {
    const [token] = await offered(LIST);
    const { shown } = await keptPreview(here, officer, token);
    expect(previewRows(shown, 'added', 'en').map((row) => row.name)).toEqual(['第1小区', '第2小区']);
    expect(await decidePreviewedList(here, officer, token, '')).toMatchObject({ status: 'APPLIED' });
    expect(Object.keys(await nationalLevels(db))).toHaveLength(2);
    expect(await kept()).toEqual([]);
    await expect(decidePreviewedList(here, officer, token, '')).rejects.toMatchObject({
      extra: { code: 'preview-gone' },
    });
  });

  it('is nobody else’s, and no token is guessed', async () => {
    const [token] = await offered(LIST);
    for (const [viewer, asked] of [
      [second, token],
      [officer, '00000000-0000-4000-8000-000000000000'],
      [officer, 'nonsense'],
    ] as const) {
      await expect(keptPreview(here, viewer, asked)).rejects.toMatchObject({
        extra: { code: 'preview-gone' },
      });
    }
  });

  it('is refused where it would now do something else', async () => {
    const [token] = await offered(LIST);
    await imported(contextAt(db, '2022-12-01T15:30:00'), {
      ...LIST,
      hour: '2022-12-01 14时',
      high: LIST.high?.slice(1) ?? [],
    });
    await expect(decidePreviewedList(here, officer, token, '')).rejects.toMatchObject({
      kind: 'conflict',
      extra: { code: 'preview-stale' },
    });
    expect(Object.keys(await nationalLevels(db))).toHaveLength(1);
  });

  it('of a held list is confirmed by another', async () => {
    await imported(contextAt(db, '2022-12-01T10:00:00'), {
      hour: '2022-12-01 9时',
      high: Array.from({ length: 10 }, (_, at) => `${HANTING}|第${at + 1}小区`),
    });
    const { status, importId } = await imported(here, LIST);
    expect(status).toBe('HELD');
    const [token] = await there<[string]>('previews', { viewer: second, heldId: importId });
    expect((await db.prisma.listPreview.findFirstOrThrow()).content).toBeNull();
    expect(await decidePreviewedList(here, second, token, '省里已核实')).toMatchObject({ status: 'APPLIED' });
  });

  it('is kept with two others of that person, and no longer than a session', async () => {
    await offered(LIST);
    await db.pool.query(`update list_preview set made_at = now() - interval '13 hours'`);
    const made = await preview(here, LIST);
    const others = await keepPreview(here, second, { preview: made, shown: made, heldId: null });
    // Another's keeps its place, what is too old does not.
    expect(await kept()).toEqual([others]);
    const tokens = await offered(
      ...[11, 12, 13, 14].map((hour) => ({ ...LIST, hour: `2022-12-01 ${hour}时` })),
    );
    expect(await kept()).toEqual([...tokens.slice(1), others].sort());
  });
});

describe('a person', () => {
  it('who signs out in one process is signed out in another within two seconds', async () => {
    const { clock } = people;
    clock.at = Date.now();
    const { sessionId } = await people.signedIn(db, 'STAFF');
    const at = clock.at;
    expect(await there('viewer', { sessionId, at })).toMatchObject({ role: 'STAFF' });
    expect(await viewerOfSession(db, sessionId, clock)).not.toBeNull();
    await there('sign-out', { sessionId, at });
    clock.at = at + 2_000;
    expect(await viewerOfSession(db, sessionId, clock)).toBeNull();
  });

  it('whose failures were cleared in another process waits at most two seconds more', async () => {
    const { account, clock, RIGHT } = people;
    const { name, id } = await account(db, 'STAFF');
    const wrong = { name, password: 'wrong password', address: '192.0.2.1' };
    for (let tries = 0; tries < 6; tries += 1) await signIn(db, wrong, clock);
    expect(await signIn(db, { ...wrong, password: RIGHT }, clock)).toMatchObject({ outcome: 'throttled' });
    // A pool of its own stands for the process in which a new password is set.
    const other = openDatabase(db.url);
    await act(peopleAt(other, clock), people.console, setPassword, { id, password: 'another right one' });
    await other.close();
    clock.at += 2_000;
    expect(await signIn(db, { ...wrong, password: 'another right one' }, clock)).toMatchObject({
      outcome: 'signed-in',
    });
  });
});
