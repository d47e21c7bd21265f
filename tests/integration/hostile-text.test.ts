import { execFile } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { areaAudit } from '@/server/areas/area-audit';
import { areaDetail } from '@/server/areas/area-detail';
import { changeLevel } from '@/server/areas/change-level';
import { designateArea } from '@/server/areas/designate-area';
import { recordInfection } from '@/server/areas/record-infection';
import { recordScreening } from '@/server/areas/record-screening';
import { resolveArea } from '@/server/areas/resolve-area';
import { withdrawRecord } from '@/server/areas/withdraw-record';
import { changeAccount } from '@/server/auth/change-account';
import { createKey } from '@/server/auth/create-key';
import { revokeKey } from '@/server/auth/revoke-key';
import { systemViewer } from '@/server/auth/viewer';
import { systemClock } from '@/server/clock/clock';
import { PROJECT_ROOT } from '@/server/config';
import type { Database } from '@/server/db/connect';
import { confirmHeldList } from '@/server/ingest/confirm-held-list';
import { previewHeldList } from '@/server/ingest/held-list';
import { previewList } from '@/server/ingest/preview-list';
import { rejectHeldList } from '@/server/ingest/reject-held-list';
import { peopleAt } from '@/server/service-context';
import { type ApiServer, startApi } from './api-server';
import { freshDatabase } from './fresh-database';
import { beijing, nationalBytes, officer } from './import-fixture';
import { placeDivisions } from './places';

/** Texts that say nothing to a reader, or more than they show. */
const BAD_TEXTS = {
  'a zero-width blank': '\u200b',
  'a mark that turns the writing': '\u202e',
  'a turned name': '东关\u202e街道',
  'a NUL': '东关\0街道',
  'half a character': '东关\ud800街道',
  'an unreadable byte': '东关\ufffd街道',
  'a terminal escape': '\u001b]0;x\u0007东关',
  'a blank letter': '\u3164',
  'stops alone': '。。。',
};
const HYPHENS = '-'.repeat(36);
const console = systemViewer('console');

let db: Database;
let api: ApiServer;
let areaId: string;
let infectionId: string;
const at = beijing('2022-11-26T20:00:00');

beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  api = await startApi(db, at);
  ({ areaId } = await act(api.context, officer, designateArea, designation('元和新城1号楼')));
  ({ id: infectionId } = await act(api.context, officer, recordInfection, infection('2例')));
});
afterAll(async () => {
  await api.stop();
  await db.close();
});

const designation = (name: string, more: object = {}) => ({
  ...{ divisionCode: '370703', name, level: 'HIGH' as const, effectiveAt: at, reason: '发现2例感染者' },
  ...more,
});
const infection = (reason: string) => ({
  ...{ areaId, foundOn: '2022-11-26', count: 2, countsForDesignation: true, resetsClock: true },
  ...{ exclusion: null, reason },
});
const round = (note: string) => ({
  ...{ areaId, windowFrom: at - 3_600_000, windowTo: at, target: 9, tested: 9, positive: 0, note },
});
const level = (more: object) => ({
  ...{ areaId, expectedDesignationId: null, to: 'MEDIUM' as const, effectiveAt: at, reason: '研判' },
  ...more,
});

/** How many rows could have been written. */
async function written(): Promise<number[]> {
  const { prisma } = db;
  const tables = [prisma.area, prisma.infection, prisma.screening, prisma.apiKey, prisma.auditEntry];
  return Promise.all(tables.map((table) => (table as typeof prisma.area).count()));
}

describe.each(Object.entries(BAD_TEXTS))('%s', (_what, text) => {
  it.each<[string, () => Promise<unknown>, string]>([
    ['the name of an area', () => act(api.context, officer, designateArea, designation(text)), '/name'],
    [
      'the reason of a designation',
      () => act(api.context, officer, designateArea, designation('新楼', { reason: text })),
      '/reason',
    ],
    [
      'the division of a designation',
      () => act(api.context, officer, designateArea, designation('新楼', { divisionCode: text })),
      '/divisionCode',
    ],
    [
      'the reason of an infection',
      () => act(api.context, officer, recordInfection, infection(text)),
      '/reason',
    ],
    [
      'the reason of a level',
      () => act(api.context, officer, changeLevel, level({ reason: text })),
      '/reason',
    ],
    [
      'the reason of a withdrawal',
      () =>
        act(api.context, officer, withdrawRecord, {
          ...{ areaId, record: 'INFECTION', recordId: infectionId, reason: text },
        }),
      '/reason',
    ],
    [
      'the reason of a place found',
      () => act(api.context, officer, resolveArea, { areaId, divisionCode: '370703', reason: text }),
      '/reason',
    ],
    [
      'the reason for a held list',
      () => act(api.context, officer, confirmHeldList, { importId: areaId, reason: text }),
      '/reason',
    ],
    [
      'the reason against a held list',
      () => act(api.context, officer, rejectHeldList, { importId: areaId, reason: text }),
      '/reason',
    ],
    [
      'the name of a key',
      () => act(peopleAt(db, systemClock), console, createKey, { name: text, scopes: ['area:read'] }),
      '/name',
    ],
    [
      'the reason to change an account',
      () =>
        act(peopleAt(db, systemClock), console, changeAccount, { id: areaId, reason: text, active: false }),
      '/reason',
    ],
  ])('is refused as %s', async (_where, attempt, pointer) => {
    const before = await written();
    await expect(attempt()).rejects.toMatchObject({
      kind: 'invalid-input',
      faults: [expect.objectContaining({ pointer })],
    });
    expect(await written()).toEqual(before);
  });
});

it.each(Object.entries(BAD_TEXTS).filter(([, text]) => text !== '\u200b'))(
  '%s is refused in a note and a notice number, which may be empty',
  async (_what, text) => {
    const screening = act(api.context, officer, recordScreening, round(text));
    await expect(screening).rejects.toMatchObject({ kind: 'invalid-input', faults: [{ pointer: '/note' }] });
    const notice = act(api.context, officer, designateArea, designation('新楼', { noticeNo: text }));
    await expect(notice).rejects.toMatchObject({
      kind: 'invalid-input',
      faults: [{ pointer: '/noticeNo' }],
    });
  },
);

describe('an id of 36 hyphens', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['an area', () => areaDetail(api.context, officer, HYPHENS)],
    ['the trail of an area', () => areaAudit(api.context, officer, HYPHENS)],
    [
      'the area of an infection',
      () => act(api.context, officer, recordInfection, { ...infection('2例'), areaId: HYPHENS }),
    ],
    ['the area of a level', () => act(api.context, officer, changeLevel, level({ areaId: HYPHENS }))],
    ['a held list', () => previewHeldList(api.context, officer, HYPHENS)],
    [
      'a held list to confirm',
      () => act(api.context, officer, confirmHeldList, { importId: HYPHENS, reason: '已核实' }),
    ],
    ['a key', () => act(peopleAt(db, systemClock), console, revokeKey, { id: HYPHENS, reason: '不再使用' })],
    [
      'an account',
      () =>
        act(peopleAt(db, systemClock), console, changeAccount, {
          id: HYPHENS,
          reason: '调岗',
          active: false,
        }),
    ],
  ])('is the id of no %s', async (_what, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('is none in the contract either', async () => {
    const key = await api.key('area:read', 'lookup:read');
    for (const url of ['', '/history', '/explanation']) {
      expect((await api.get(`/api/v1/areas/${HYPHENS}${url}`, key)).statusCode).toBe(404);
    }
  });
});

describe('a place of 3,000 characters', () => {
  const long = Array.from({ length: 3_000 }, (_none, at) => String.fromCodePoint(0x4e00 + at * 6)).join('');

  it('is refused when it is designated', async () => {
    const attempt = act(api.context, officer, designateArea, designation(long));
    await expect(attempt).rejects.toMatchObject({ kind: 'invalid-input', faults: [{ pointer: '/name' }] });
  });

  it('may have 500 characters of any kind, and is found again', async () => {
    const name = long.slice(0, 500);
    const made = await act(api.context, officer, designateArea, designation(name));
    expect((await areaDetail(api.context, officer, made.areaId)).name).toBe(name);
  });
});

describe('a list', () => {
  const offered = (place: string) =>
    previewList(api.context, officer, {
      bytes: nationalBytes({ hour: '2022-11-26 9时', high: [`山东省 潍坊市 寒亭区|${place}`] }),
      fileName: 'list.json',
    });

  it.each([
    ['东关\u202e街道', 'U+202E'],
    ['东关\0街道', 'U+0000'],
    ['东关\ud800街道', 'U+D800'],
    ['\u001b]0;x\u0007东关', 'U+001B'],
    ['一'.repeat(501), 'a place of 501 characters'],
  ])('with a place %j is refused at its place', async (place, why) => {
    await expect(offered(place)).rejects.toMatchObject({
      kind: 'invalid-input',
      faults: [{ pointer: '/data/highlist/0/communitys/0', reason: expect.stringContaining(why) }],
    });
  });

  it('keeps the tabs and marks that published lists have', async () => {
    const { prepared } = await offered('芙蓉花苑一二期\t5号楼\u200b2单元');
    expect(prepared.list.entries).toHaveLength(1);
  });
});

describe('a query of the contract', () => {
  it.each([
    ['q=%00', 'U+0000'],
    ['q=%E2%80%AE', 'U+202E'],
    ['q=%1B%5B31m', 'U+001B'],
    ['q=%EF%BF%BD', 'U+FFFD'],
    ['q=%ED%A0%80', 'not UTF-8'],
    ['q=%E2%80%8B', '/q'],
    ['%E2%80%AE=1', 'U+202E'],
    ['within=%00', 'U+0000'],
  ])('%s is refused by the look-up and by the list of areas', async (query, why) => {
    const key = await api.key('area:read', 'lookup:read');
    for (const resource of ['lookup', 'areas']) {
      const answer = await api.get(`/api/v1/${resource}?${query}`, key);
      expect(answer.statusCode).toBe(400);
      expect(answer.body).toContain(why);
      expect(answer.body).not.toMatch(/[\u200b\u202e]|\p{Cc}/u);
    }
  });

  it('of stops alone does not list everything', async () => {
    const answer = await api.get('/api/v1/areas?q=%E3%80%82', await api.key('area:read'));
    expect(answer.statusCode).toBe(400);
  });
});

describe('a command', () => {
  it.each([
    [['import', '/nowhere/\u001b]0;owned\u0007list\u202e.json'], '\\x1b]0;owned\\x07list\\u202e.json'],
    [['\u001b[31mred'], '\\x1b[31mred'],
    [['key:create', '--name', '\u202e', '--scopes', 'area:read'], '--name: holds a character'],
    [['key:create', '--na\u001b[2Jme', 'x'], "'--na\\x1b[2Jme'"],
  ])('%j is refused in one sentence, with nothing that acts on the terminal', async (args, said) => {
    const { code, text } = await command(args);
    expect(code).toBe(1);
    expect(text).toContain(said);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    expect(text).not.toMatch(/^\s+at /m);
  });
});

function command(args: string[]): Promise<{ code: unknown; text: string }> {
  const script = path.join(PROJECT_ROOT, 'scripts', 'run-ts.mjs');
  const source = path.join(PROJECT_ROOT, 'server', 'cli.ts');
  return new Promise((resolve) => {
    execFile(process.execPath, [script, source, ...args], { cwd: PROJECT_ROOT }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, text: stdout + stderr }),
    );
  });
}
