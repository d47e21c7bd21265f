import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { createAccount } from '@/server/auth/create-account';
import { systemViewer, type Viewer } from '@/server/auth/viewer';
import { systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { openDatabase } from '@/server/db/connect';
import { firstSteps } from '@/server/home/first-steps';
import { homeDivision } from '@/server/home/home-division';
import { setHomeDivision } from '@/server/home/set-home-division';
import { importSettings } from '@/server/ingest/import-settings';
import { NO_DOWNGRADE, peopleAt } from '@/server/service-context';
import { jurisdiction } from '@/server/shell/jurisdiction';
import { type ApiServer, beijing, startApi } from './api-server';
import { freshDatabase } from './fresh-database';
import { placeDivisions } from './places';

const NOW = beijing('2022-12-01T21:00:00');
const reason = 'the deployment of 潍坊市';
const admin: Viewer = { kind: 'person', id: 'a', displayName: '管理员', role: 'ADMIN', scope: '' };

let db: Database;
let api: ApiServer;
beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  api = await startApi(db, NOW);
});
afterAll(async () => {
  await api.stop();
  await db.close();
});

const set = (divisionCode: string | null, viewer = admin, why = reason) =>
  act({ db: db, clock: api.rt.clock, downgrade: NO_DOWNGRADE }, viewer, setHomeDivision, {
    divisionCode,
    reason: why,
  });
const grounds = () => api.rt.lookup.index.coverages.map(({ division }) => division);

describe('whose headquarters this is', () => {
  it('is unsaid at first, and the administrator is asked', async () => {
    expect(await homeDivision(db)).toBeUndefined();
    expect(await firstSteps(api.rt, admin)).toEqual({ home: 'unsaid', mayName: true, accounts: 0 });
    expect(await firstSteps(api.rt, { ...admin, role: 'OFFICER' })).toBeNull();
  });

  it('is said by nation-wide administrators, of a division in force, for a reason', async () => {
    const hidden = expect.objectContaining({ kind: 'not-found' });
    const refused = (code: string) => expect.objectContaining({ extra: { code } });
    for (const viewer of [
      { ...admin, scope: '370000/370700/' },
      { ...admin, role: 'OFFICER' as const },
    ]) {
      await expect(set('370700', viewer)).rejects.toEqual(hidden);
    }
    await expect(set('')).rejects.toEqual(refused('division-missing'));
    await expect(set('999999')).rejects.toEqual(refused('division-unknown'));
    await expect(set('370700\u0000')).rejects.toEqual(refused('division-unknown'));
    await expect(set('370700', admin, ' ')).rejects.toEqual(refused('reason-missing'));
    await db.prisma.division.update({ where: { code: '150102' }, data: { validTo: new Date('2020-01-01') } });
    await expect(set('150102')).rejects.toEqual(refused('division-unknown'));
    expect(await homeDivision(db)).toBeUndefined();
  });

  it('is followed at once by shell, look-up and lists, and stands in the audit trail', async () => {
    expect(await jurisdiction(db, admin)).toBeNull();
    await set('370700');
    expect(await jurisdiction(db, admin)).toEqual({ code: '370700', name: '潍坊市' });
    await expect.poll(grounds, { timeout: 20_000 }).toEqual(['370700']);
    expect((await importSettings(db.prisma)).homeDivision).toBe('370700');
    await set('370700');
    const lines = await db.prisma.auditEntry.findMany({ where: { entityId: 'home.division' } });
    expect(lines).toMatchObject([
      { actorId: 'a', action: 'HOME_DIVISION_SET', reason, before: 'not set', after: '370700' },
    ]);
  });

  it('can be said to be nobody’s, which is not the same as unsaid; a change elsewhere is seen at once', async () => {
    const elsewhere = openDatabase(db.url);
    const given = { divisionCode: null, reason };
    await act(
      { db: elsewhere, clock: api.rt.clock, downgrade: NO_DOWNGRADE },
      systemViewer('console'),
      setHomeDivision,
      given,
    );
    await elsewhere.close();
    expect(await homeDivision(db)).toBeNull();
    await expect.poll(grounds, { timeout: 20_000 }).toEqual([]);
    expect((await importSettings(db.prisma)).homeDivision).toBeNull();
    expect(await jurisdiction(db, admin)).toBeNull();
    expect((await firstSteps(api.rt, admin))?.home).toBeNull();
  });
});

describe('the reach of an account', () => {
  const account = { name: 'new', displayName: '', password: 'right password', role: 'STAFF' };

  it('is never the whole nation because nothing was chosen', async () => {
    for (const divisionCode of ['', ' ']) {
      await expect(
        act(peopleAt(db, systemClock), admin, createAccount, { ...account, divisionCode }),
      ).rejects.toMatchObject({
        extra: { code: 'division-missing' },
      });
    }
    expect(await db.prisma.userAccount.count()).toBe(0);
    await act(peopleAt(db, systemClock), admin, createAccount, { ...account, divisionCode: null });
    expect((await firstSteps(api.rt, admin))?.accounts).toBe(1);
  });
});
