import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { DesignateAreaInput } from '@/domain/acts/area';
import { act, actTogether } from '@/server/acts/act';
import { verb } from '@/server/acts/verb';
import { areaHistory } from '@/server/areas/area-history';
import { changeLevel } from '@/server/areas/change-level';
import { designateArea } from '@/server/areas/designate-area';
import { recordInfection } from '@/server/areas/record-infection';
import type { Database } from '@/server/db/connect';
import { beijing, officer } from './api-server';
import { freshDatabase } from './fresh-database';
import { anotherHistory } from './histories';
import { placeDivisions } from './places';

let db: Database;
let asked: string[];
const now = beijing('2022-11-26T20:00:00');
const world = () => ({
  db,
  clock: { now: () => now, drill: false },
  downgrade: { request: async (trigger: string) => void asked.push(trigger) },
});

beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
});
afterAll(() => db.close());
beforeEach(() => {
  asked = [];
});
afterEach(() => anotherHistory(db));

const place = (name: string, more: Partial<DesignateAreaInput> = {}): DesignateAreaInput => ({
  divisionCode: '370703',
  name,
  level: 'HIGH',
  effectiveAt: now,
  reason: '发现2例感染者',
  ...more,
});
const found = (areaId: string) => ({
  areaId,
  foundOn: '2022-11-26',
  count: 1,
  countsForDesignation: true,
  resetsClock: true,
  exclusion: null,
  reason: '流调',
});

/** Log and audit lines since the history began, and the recorded instants of both. */
async function lines() {
  const log = await db.prisma.changeLog.findMany({ orderBy: { seq: 'asc' } });
  const audit = await db.prisma.auditEntry.findMany({
    where: { action: 'AREA_DESIGNATED', actorId: officer.id },
    orderBy: { seq: 'asc' },
  });
  return { log, audit };
}

describe('several verbs as one act', () => {
  const forty = (road: string) => Array.from({ length: 40 }, (_, n) => `${road}${n + 1}号楼`);

  it('a notice of forty designations has one recorded instant, and its lines in order', async () => {
    const before = await lines();
    const ids = await actTogether(world(), officer, 'recording', async (done) => {
      const made: string[] = [];
      for (const name of forty('朱里街道')) made.push((await done(designateArea, place(name))).areaId);
      return made;
    });
    const { log, audit } = await lines();
    const told = log.slice(before.log.length);
    expect(told.map(({ subject }) => subject)).toEqual(ids);
    expect(audit.slice(before.audit.length).map(({ entityId }) => entityId)).toEqual(ids);
    expect(new Set(told.map(({ recordedAt }) => recordedAt.getTime())).size).toBe(1);
    const first = Number(told[0]?.seq);
    expect(told.map(({ seq }) => Number(seq))).toEqual(ids.map((_, index) => first + index));
  });

  it('of which the last is refused leaves nothing', async () => {
    const notice = forty('固堤街道');
    const before = await lines();
    const whole = actTogether(world(), officer, 'recording', async (done) => {
      for (const name of notice) await done(designateArea, place(name));
      await done(designateArea, place('外省楼', { divisionCode: '150102' }));
    });
    await expect(whole).rejects.toMatchObject({ kind: 'not-found' });
    expect(await lines()).toEqual(before);
    expect(await db.prisma.area.count({ where: { name: { in: notice } } })).toBe(0);
  });

  it('see what those before them did, and ask for what each asks', async () => {
    const areaId = await actTogether(world(), officer, 'recording', async (done) => {
      const made = await done(designateArea, place('朱里街道连续楼'));
      await done(recordInfection, found(made.areaId));
      return made.areaId;
    });
    expect(asked).toEqual(['infection recorded']);
    const standing = (await areaHistory(world(), officer, areaId)).find((row) => row.recordedTo === null);
    expect(standing?.level).toBe('HIGH');
    const twice = actTogether(world(), officer, 'recording', async (done) => {
      await done(designateArea, place('朱里街道两次楼'));
      await done(designateArea, place('朱里街道两次楼'));
    });
    await expect(twice).rejects.toMatchObject({ kind: 'conflict', extra: { presentLevel: 'HIGH' } });
  });
});

describe('what is sent again under its key', () => {
  it('is answered as it was the first time, and done once, also when both come at once', async () => {
    const key = randomUUID();
    const send = () => act(world(), officer, designateArea, place('朱里街道双击楼'), key);
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map(({ areaId }) => areaId)).size).toBe(1);
    const subject = answers[0]?.areaId ?? '';
    expect(await db.prisma.changeLog.count({ where: { subject } })).toBe(1);
  });

  it('with another content, by somebody else or for another verb, is refused', async () => {
    const key = randomUUID();
    const { areaId } = await act(world(), officer, designateArea, place('朱里街道改写楼'), key);
    const otherwise = { kind: 'conflict', extra: { code: 'sent-otherwise' } };
    await expect(
      act(world(), officer, designateArea, place('朱里街道改写楼', { level: 'MEDIUM' }), key),
    ).rejects.toMatchObject(otherwise);
    const colleague = { ...officer, id: 'another' };
    await expect(act(world(), colleague, designateArea, place('朱里街道改写楼'), key)).rejects.toMatchObject(
      otherwise,
    );
    await expect(act(world(), officer, recordInfection, found(areaId), key)).rejects.toMatchObject(otherwise);
  });

  it('after a refusal is done, mended, under the same key', async () => {
    const key = randomUUID();
    const blank = act(world(), officer, designateArea, place('朱里街道补正楼', { reason: '' }), key);
    await expect(blank).rejects.toMatchObject({ kind: 'invalid-input', faults: [{ pointer: '/reason' }] });
    const { areaId } = await act(world(), officer, designateArea, place('朱里街道补正楼'), key);
    const later = { areaId, expectedDesignationId: randomUUID(), to: 'LOW' as const, effectiveAt: now };
    const lost = randomUUID();
    await expect(
      act(world(), officer, changeLevel, { ...later, reason: '评估' }, lost),
    ).rejects.toMatchObject({ kind: 'conflict' });
    expect(await db.prisma.sending.findUnique({ where: { key: lost } })).toBeNull();
  });

  it('needs a key that is one', async () => {
    const bad = act(world(), officer, designateArea, place('朱里街道坏键楼'), 'once');
    await expect(bad).rejects.toMatchObject({ kind: 'invalid-input', faults: [{ pointer: '/key' }] });
  });
});

it('a verb that the actor has no capability for is not even read', async () => {
  let ran = false;
  const secret = verb({
    name: 'test-secret',
    capability: 'key-manage',
    on: 'The list of keys',
    schema: z.object({ name: z.string() }),
    kind: 'audit',
    prepare: async () => {
      ran = true;
    },
    run: async () => ({ result: null, changes: [], audit: [] }),
  });
  await expect(act(world(), officer, secret, {} as { name: string })).rejects.toMatchObject({
    kind: 'not-found',
  });
  expect(ran).toBe(false);
});
