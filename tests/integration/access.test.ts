import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '@/domain/access/capabilities';
import { act } from '@/server/acts/act';
import { areaAudit } from '@/server/areas/area-audit';
import { areaDetail } from '@/server/areas/area-detail';
import { changeLevel } from '@/server/areas/change-level';
import { designateArea } from '@/server/areas/designate-area';
import { recordInfection } from '@/server/areas/record-infection';
import { recordScreening } from '@/server/areas/record-screening';
import { upholdLowering } from '@/server/areas/uphold-lowering';
import { withdrawLevel } from '@/server/areas/withdraw-level';
import { withdrawRecord } from '@/server/areas/withdraw-record';
import { changeAccount } from '@/server/auth/change-account';
import { createAccount } from '@/server/auth/create-account';
import { createKey } from '@/server/auth/create-key';
import { revokeKey } from '@/server/auth/revoke-key';
import { setPassword } from '@/server/auth/set-password';
import { systemViewer, type Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { setHomeDivision } from '@/server/home/set-home-division';
import { NO_DOWNGRADE } from '@/server/service-context';
import { beijing } from './api-server';
import { freshDatabase } from './fresh-database';
import { placeDivisions } from './places';

const now = beijing('2022-11-26T20:00:00');
const AHEAD = now + 3 * 86_400_000;
const system = systemViewer('test');
const reason = '核对权限';

let db: Database;
let areaId: string;
let accountId: string;
let keyId: string;
const world = () => ({ db, clock: { now: () => now, drill: false }, downgrade: NO_DOWNGRADE });

beforeAll(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  const place = { divisionCode: '370703', name: '朱里街道权限楼', level: 'HIGH' as const };
  areaId = (await act(world(), system, designateArea, { ...place, effectiveAt: now, reason })).areaId;
  const account = { name: 'somebody', displayName: '', password: 'korrekt 马 batterie', role: 'STAFF' };
  accountId = (await act(world(), system, createAccount, { ...account, divisionCode: '370703' })).id;
  keyId = (await act(world(), system, createKey, { name: 'engine', scopes: ['area:read'] })).id;
});
afterAll(() => db.close());

const person = (role: Role, scope: string): Viewer => {
  return { kind: 'person', id: `${role}-${scope}`, displayName: role, role, scope };
};

/** What is done in 寒亭区 by acts that whoever may do them sees refused for another reason, or may do again and again. */
const IN_HANTING: Record<string, (viewer: Viewer) => Promise<unknown>> = {
  'area-read': (viewer) => areaDetail(world(), viewer, areaId),
  'audit-read': (viewer) => areaAudit(world(), viewer, areaId),
  designate: (viewer) => {
    const place = { divisionCode: '370703', name: '朱里街道权限楼', level: 'HIGH' as const };
    return act(world(), viewer, designateArea, { ...place, effectiveAt: now, reason });
  },
  'level-change': (viewer) => {
    const seen = { areaId, expectedDesignationId: randomUUID(), to: 'LOW' as const };
    return act(world(), viewer, changeLevel, { ...seen, effectiveAt: now, reason });
  },
  'level-withdraw': (viewer) => act(world(), viewer, withdrawLevel, { areaId, effectiveAt: now, reason }),
  'lowering-uphold': (viewer) =>
    act(world(), viewer, upholdLowering, { areaId, designationId: randomUUID(), reason }),
  'record an infection': (viewer) => act(world(), viewer, recordInfection, infection('2022-11-30')),
  'record a round': (viewer) => {
    const figures = { target: 10, tested: 10, positive: 0 };
    return act(world(), viewer, recordScreening, { areaId, windowFrom: now, windowTo: AHEAD, ...figures });
  },
  'record-withdraw': async (viewer) => {
    const { id: recordId } = await act(world(), system, recordInfection, infection('2022-11-26'));
    return act(world(), viewer, withdrawRecord, { areaId, record: 'INFECTION', recordId, reason });
  },
  'account-manage': (viewer) => act(world(), viewer, changeAccount, { id: accountId, reason, active: true }),
  'account-manage a password': (viewer) =>
    act(world(), viewer, setPassword, { id: accountId, password: 'aaaaaaaaaaaa' }),
};

const NATIONAL: Record<string, (viewer: Viewer) => Promise<unknown>> = {
  'key-manage': (viewer) => act(world(), viewer, revokeKey, { id: keyId, reason }),
  'key-manage a new one': (viewer) => act(world(), viewer, createKey, { name: 'x', scopes: [] }),
  'home-set': (viewer) => act(world(), viewer, setHomeDivision, { divisionCode: '999999', reason }),
};

const infection = (foundOn: string) => ({
  ...{ areaId, foundOn, count: 1, countsForDesignation: true, resetsClock: true, exclusion: null, reason },
});

/** Whether the act was let in: done, or refused for anything but being hidden. */
async function letIn(attempt: Promise<unknown>): Promise<boolean> {
  const kind = await attempt.then(
    () => 'done',
    (error: { kind?: string }) => error.kind ?? String(error),
  );
  expect(['done', 'conflict', 'invalid-input', 'not-found']).toContain(kind);
  return kind !== 'not-found';
}

const EVERYBODY: readonly Role[] = ROLES;
const rolesOf = (name: string): readonly Role[] => {
  if (name === 'area-read') return EVERYBODY;
  return name.startsWith('account') || name in NATIONAL ? ['ADMIN'] : ['OFFICER', 'ADMIN'];
};

describe.each(Object.entries(IN_HANTING))('%s', (name, attempt) => {
  it.each(ROLES)('is for %s as the table says: inside, outside, below and above', async (role) => {
    const has = rolesOf(name).includes(role);
    expect(await letIn(attempt(person(role, '370000/370700/')))).toBe(has);
    expect(await letIn(attempt(person(role, '')))).toBe(has);
    expect(await letIn(attempt(person(role, '150000/150100/')))).toBe(false);
    expect(await letIn(attempt(person(role, '370000/370700/370705/')))).toBe(false);
  });

  it('is for a key by its scope alone', async () => {
    const key = (scopes: string[]): Viewer => ({
      ...{ kind: 'key', id: 'key:engine', displayName: 'engine', scope: '' },
      scopes,
    });
    expect(await letIn(attempt(key(['area:read'])))).toBe(name === 'area-read');
    expect(await letIn(attempt(key(['lookup:read', 'feed:read', 'stay:evaluate'])))).toBe(false);
  });
});

describe.each(Object.entries(NATIONAL))('%s', (name, attempt) => {
  it.each(ROLES)('is for %s of the whole nation only, as the table says', async (role) => {
    expect(await letIn(attempt(person(role, '')))).toBe(rolesOf(name).includes(role));
    expect(await letIn(attempt(person(role, '370000/370700/')))).toBe(false);
  });
});
