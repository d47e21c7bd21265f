import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { changeLevel } from '@/server/areas/change-level';
import { designateArea } from '@/server/areas/designate-area';
import { recordScreening } from '@/server/areas/record-screening';
import { sweepDowngrades } from '@/server/areas/sweep-downgrades';
import type { Database } from '@/server/db/connect';
import { type ApiServer, beijing, officer, startApi } from './api-server';
import { freshDatabase } from './fresh-database';
import { holdCommits, waiting } from './held-commit';
import { placeDivisions } from './places';

let db: Database;
let api: ApiServer;
let key: string;

beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  const home = { key: 'home.division', value: '370700' };
  await db.prisma.setting.create({ data: home });
  api = await startApi(db, beijing('2022-11-26T20:00:00'));
  key = await api.key('lookup:read', 'area:read');
});
afterAll(async () => {
  await api.stop();
  await db.close();
});

async function designated(name: string, at: string, effective = at, divisionCode = '370703') {
  api.clock.at = beijing(at);
  const input = {
    divisionCode,
    name,
    level: 'HIGH' as const,
    effectiveAt: beijing(effective),
    reason: '流调结果',
  };
  const { areaId } = await act(api.context, officer, designateArea, { ...input, noticeNo: '第52号' });
  await api.caughtUp();
  return areaId;
}

async function read(url: string) {
  const answer = await api.get(`/api/v1${url}`, key);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

async function names(query: string): Promise<string[]> {
  const { areas } = await read(`/areas?${query}`);
  return areas.map((area: { name: string }) => area.name).sort();
}

async function lower(areaId: string, recorded: string, effective: string) {
  api.clock.at = beijing(recorded);
  const { designations } = await read(`/areas/${areaId}/history`);
  await act(api.context, officer, changeLevel, {
    areaId,
    expectedDesignationId: designations[0].id,
    to: 'LOW',
    effectiveAt: beijing(effective),
    reason: '专家组评估',
  });
  await api.caughtUp();
}

describe('one area', () => {
  it('is told with its level, path, policy and when it can end at the earliest', async () => {
    const id = await designated('寒亭街道元和新城小区1号楼', '2022-11-26T20:00:00');
    const area = await read(`/areas/${id}`);
    expect(area).toMatchObject({
      version: 1,
      asOf: '2022-11-26T12:00:00.000Z',
      stale: false,
      id,
      name: '寒亭街道元和新城小区1号楼',
      kind: 'BUILDING',
      divisionCode: '370703',
      path: [
        { code: '370000', name: '山东省' },
        { code: '370700', name: '潍坊市' },
        { code: '370703', name: '寒亭区' },
      ],
      level: 'HIGH',
      since: '2022-11-26T12:00:00.000Z',
      why: { rule: 'STANDING', from: '2022-11-26T12:00:00.000Z', noticeNo: '第52号' },
      policy: { id: 'r3-20' },
      // Five whole days after the day of designation: 24:00 of 1 December in Shanghai.
      earliestRelease: '2022-12-01T16:00:00.000Z',
    });
    expect(area.dataAgeSeconds).toBeLessThanOrEqual(2);
  });

  it('is explained by the days counted, what is missing, and what ended it, in the words of the look-up', async () => {
    const id = await designated('寒亭街道天宏尚文苑2号楼', '2022-11-26T20:00:00');
    api.clock.at = beijing('2022-11-29T12:00:00');
    expect(await read(`/areas/${id}/explanation`)).toMatchObject({
      level: 'HIGH',
      followsRule: true,
      outcome: 'STANDS',
      counting: {
        required: 5,
        completed: 2,
        startEvent: { day: '2022-11-26', at: '2022-11-26T12:00:00.000Z' },
      },
      missing: [
        { kind: 'DAYS', remaining: 3 },
        { kind: 'ROUND', state: 'AHEAD', onDay: '2022-12-01' },
      ],
      ended: null,
    });

    api.clock.at = beijing('2022-12-01T13:00:00');
    await act(api.context, officer, recordScreening, {
      areaId: id,
      windowFrom: beijing('2022-12-01T07:00:00'),
      windowTo: beijing('2022-12-01T12:00:00'),
      target: 412,
      tested: 412,
      positive: 0,
    });
    api.clock.at = beijing('2022-12-02T00:00:00');
    await sweepDowngrades(db, api.rt.clock, 'test');
    await api.caughtUp();

    const explained = await read(`/areas/${id}/explanation`);
    expect(explained).toMatchObject({
      // 元和新城小区1号楼 has no round and still stands, so the rest of 寒亭区 is low.
      level: 'LOW',
      since: null,
      why: { rule: 'RELEASED', endedAt: '2022-12-01T16:00:00.000Z', county: '370703' },
      ended: {
        level: 'HIGH',
        endedAt: '2022-12-01T16:00:00.000Z',
        cause: 'LOWERED_BY_RULE',
        decision: { outcome: 'LOWER', dueAt: '2022-12-01T16:00:00.000Z', round: { tested: 412 } },
      },
      evidence: {
        rounds: [{ from: '2022-11-30T23:00:00.000Z', to: '2022-12-01T04:00:00.000Z', positive: 0 }],
      },
    });
    // One instant, one word: the rule's sentence and the answer's own say 24时 of the day that ends.
    expect(explained.sentence.zh).toContain('低风险，原划定已于2022年12月1日24时解除');
    expect(JSON.stringify(explained)).not.toMatch(/12月2日0时|00:00 on 2 December/);

    const area = await read(`/areas/${id}`);
    const [looked] = (await read(`/lookup?q=${encodeURIComponent('天宏尚文苑2号楼')}`)).results;
    expect([area.level, looked.level, looked.id]).toEqual(['LOW', 'LOW', id]);
    expect([area.why, area.sentence]).toEqual([explained.why, explained.sentence]);
    expect([looked.why, looked.sentence]).toEqual([explained.why, explained.sentence]);
  });

  it('turns routine once nothing is left in its county, and unknown where nobody speaks for the ground', async () => {
    const routine = await designated('东关街道惠和园21号楼', '2022-12-03T10:00:00', undefined, '370705');
    await lower(routine, '2022-12-03T12:00:00', '2022-12-03T12:00:00');
    for (const door of ['', '/explanation'])
      expect((await read(`/areas/${routine}${door}`)).level).toBe('ROUTINE');
    expect((await read('/divisions/370705')).level).toBe('ROUTINE');

    const { level, why, sentence } = await read('/divisions/150102').then(async (division) => ({
      ...division,
      sentence: (await read('/lookup?q=150102')).results[0].sentence,
    }));
    expect([level, why]).toEqual(['UNKNOWN', { rule: 'NOT_COVERED' }]);
    expect(sentence.zh).toContain('未知，不等于低风险');
  });
});

describe('the listing in both times', () => {
  it('shows what held, as it was known, and a later correction does not rewrite what was known', async () => {
    const day = '2022-12-06';
    const id = await designated('朱里街道前朱里村', `${day}T09:00:00`);
    // Recorded at 18:00: it had ended at 12:00 already.
    await lower(id, `${day}T18:00:00`, `${day}T12:00:00`);
    api.clock.at = beijing('2022-12-07T08:00:00');
    const at = (hour: string) => encodeURIComponent(`${day}T${hour}:00+08:00`);
    const here = 'q=%E5%89%8D%E6%9C%B1%E9%87%8C';
    const known = async (asOf: string, knownAt: string) =>
      (await names(`${here}&asOf=${at(asOf)}&knownAt=${at(knownAt)}`)).length;
    expect(await known('08:00', '20:00')).toBe(0);
    expect(await known('10:00', '08:30')).toBe(0);
    expect(await known('10:00', '17:00')).toBe(1);
    expect(await known('15:00', '17:00')).toBe(1);
    expect(await known('15:00', '19:00')).toBe(0);
    expect(await known('10:00', '19:00')).toBe(1);
    const { designations, versions } = await read(`/areas/${id}/history`);
    expect(versions).toMatchObject([
      { id, name: '朱里街道前朱里村', cause: 'ENTERED', validFrom: null, validTo: null, recordedTo: null },
    ]);
    expect(designations).toMatchObject([
      {
        level: 'HIGH',
        validFrom: '2022-12-06T01:00:00.000Z',
        validTo: '2022-12-06T04:00:00.000Z',
        recordedFrom: '2022-12-06T10:00:00.000Z',
        recordedTo: null,
        endCause: 'LOWERED_BY_DECISION',
      },
      {
        validFrom: '2022-12-06T01:00:00.000Z',
        validTo: null,
        recordedFrom: '2022-12-06T01:00:00.000Z',
        recordedTo: '2022-12-06T10:00:00.000Z',
      },
    ]);
    // Who recorded it stays inside.
    expect(JSON.stringify([designations, versions])).not.toMatch(/actorId|值班员甲/);
  });

  it('pages through every area once, in the state it was begun with', async () => {
    for (let n = 1; n <= 7; n += 1) await designated(`固堤街道${n}号楼`, '2022-12-08T09:00:00');
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 4; page += 1) {
      const query = `q=${encodeURIComponent('固堤')}&limit=2${cursor && `&cursor=${cursor}`}`;
      const { areas, next, asOf } = await read(`/areas?${query}`);
      // Seven acts of one instant of the clock are recorded a millisecond apart.
      expect(asOf).toMatch(/^2022-12-08T01:00:00\.00\dZ$/);
      seen.push(...areas.map((area: { name: string }) => area.name));
      cursor = next;
      // What happens between two pages belongs to the next listing.
      if (page === 0) await designated('固堤街道8号楼', '2022-12-08T10:00:00');
    }
    expect(cursor).toBeNull();
    expect(seen.sort()).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `固堤街道${n}号楼`));
  });

  it('shows the state of its first page to the last, also when the clock stands still', async () => {
    const at = '2022-12-08T12:00:00';
    for (let n = 1; n <= 4; n += 1) await designated(`高里街道${n}号楼`, at);
    const query = `q=${encodeURIComponent('高里')}&limit=3`;
    const first = await read(`/areas?${query}`);
    const last = await designated('高里街道5号楼', at);
    await lower(last, at.replace('12:', '13:'), at.replace('12:', '13:'));
    const second = await read(`/areas?${query}&cursor=${first.next}`);
    const both = [...first.areas, ...second.areas].map((area: { name: string }) => area.name);
    expect(both.sort()).toEqual([1, 2, 3, 4].map((n) => `高里街道${n}号楼`));
    expect(second.knownAt).toBe(first.knownAt);
  });

  it('never changes what was known at an instant once it was told, whatever was being recorded then', async () => {
    const id = await designated('高里街道知悉楼', '2022-12-08T14:00:00');
    api.clock.at = beijing('2022-12-08T15:00:00');
    const held = await holdCommits(db, id);
    const { designations } = await read(`/areas/${id}/history`);
    const lowering = act(api.context, officer, changeLevel, {
      areaId: id,
      expectedDesignationId: designations[0].id,
      to: 'LOW',
      effectiveAt: beijing('2022-12-08T14:30:00'),
      reason: '专家组评估',
    });
    await held.standing(1);
    const asked = `q=${encodeURIComponent('知悉')}&asOf=2022-12-08T14:45:00%2B08:00&knownAt=2022-12-08T15:00:00%2B08:00`;
    const whileUnderWay = names(asked);
    // The answer is there, or it waits for what is being recorded.
    await Promise.race([whileUnderWay, waiting(db, 2)]);
    await held.release();
    await lowering;
    expect(await whileUnderWay).toEqual(await names(asked));
    // The machine's clock steps back: nothing is recorded at an instant that was told.
    api.clock.at = beijing('2022-12-08T14:59:00');
    db.recorded.at = 0;
    const told = `q=${encodeURIComponent('回拨')}&asOf=2022-12-08T14:30:00%2B08:00&knownAt=2022-12-08T14:59:00%2B08:00`;
    expect(await names(told)).toEqual([]);
    api.clock.at = beijing('2022-12-08T14:40:00');
    const input = {
      divisionCode: '370703',
      name: '高里街道回拨楼',
      level: 'HIGH' as const,
      reason: '流调结果',
    };
    await act(api.context, officer, designateArea, { ...input, effectiveAt: beijing('2022-12-08T14:00:00') });
    expect(await names(told)).toEqual([]);
  });

  it('does not say what will be known', async () => {
    api.clock.at = beijing('2022-12-08T16:00:00');
    const answer = await api.get('/api/v1/areas?knownAt=2022-12-08T16:00:01%2B08:00', key);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toMatchObject([{ pointer: '/knownAt' }]);
  });

  it('refuses a cursor that was changed, and one of another listing', async () => {
    const { next } = await read('/areas?level=HIGH&limit=1');
    const refused = async (query: string) => (await api.get(`/api/v1/areas?${query}`, key)).json().errors[0];
    const decoded = JSON.parse(Buffer.from(next, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify([decoded[0], decoded[1], decoded[2] + 0.5, decoded[3]]));
    for (const cursor of [
      `${next}A`,
      next.slice(0, -2),
      `${next}=`,
      'e30',
      '%F0%9F',
      forged.toString('base64url'),
    ]) {
      expect((await refused(`level=HIGH&limit=1&cursor=${cursor}`)).pointer).toBe('/cursor');
    }
    expect(await refused(`level=MEDIUM&limit=1&cursor=${next}`)).toEqual({
      pointer: '/cursor',
      reason: 'it belongs to a listing with another filter',
    });
    expect((await refused(`level=HIGH&cursor=${next}&asOf=2022-12-01T00:00:00Z`)).pointer).toBe('/asOf');
  });

  it('filters by level and by subtree', async () => {
    await designated('广文街道胜利街1号楼', '2022-12-09T09:00:00', undefined, '370705');
    expect(await names('division=370705')).toEqual(['广文街道胜利街1号楼']);
    expect(await names('division=370705&level=MEDIUM')).toEqual([]);
    expect(await names('division=150000')).toEqual([]);
    expect(await names('division=370700')).toContain('广文街道胜利街1号楼');
  });
});

describe('asking again', () => {
  it.each(['/areas?limit=1', '/divisions/370703', '/lookup?q=370703'])(
    '%s: 304 until it changes',
    async (url) => {
      await designated(`尚善街道${url.length}号楼`, '2022-12-10T09:00:00');
      const first = await api.get(`/api/v1${url}`, key);
      const tag = first.headers.etag as string;
      const again = await api.get(`/api/v1${url}`, key, { 'if-none-match': `"x", ${tag}` });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag]);
      api.clock.at += 1;
      await designated(`尚善街道${url.length}号楼东`, '2022-12-10T09:00:01');
      expect((await api.get(`/api/v1${url}`, key, { 'if-none-match': tag })).statusCode).toBe(200);
    },
  );
});
