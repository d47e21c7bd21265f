import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CreateAccountInput } from '@/domain/acts/account';
import { act } from '@/server/acts/act';
import { changeAccount } from '@/server/auth/change-account';
import { createAccount } from '@/server/auth/create-account';
import { createKey } from '@/server/auth/create-key';
import { listAccounts } from '@/server/auth/list-accounts';
import { revokeKey } from '@/server/auth/revoke-key';
import { setPassword } from '@/server/auth/set-password';
import { verifyKey } from '@/server/auth/verify-key';
import type { Viewer } from '@/server/auth/viewer';
import { AUDIT_LOCK } from '@/server/db/append-recorded';
import type { Database } from '@/server/db/connect';
import { peopleAt } from '@/server/service-context';
import { freshDatabase } from './fresh-database';
import {
  account,
  auditOf,
  clock,
  console,
  MINUTE,
  RIGHT,
  reason,
  signedIn,
  storeDivisions,
  WEIFANG,
} from './people';

let db: Database;
beforeAll(async () => {
  db = await freshDatabase();
  await storeDivisions(db);
});
afterAll(() => db.close());
beforeEach(() => {
  clock.at += 60 * MINUTE;
});

describe('accounts', () => {
  const refused = (code: string) => expect.objectContaining({ extra: { code } });
  const hidden = expect.objectContaining({ kind: 'not-found' });

  it('are administered within the administrator’s own division only', async () => {
    const weifang = (await signedIn(db, 'ADMIN', WEIFANG)).viewer;
    const inside = await account(db, 'STAFF', WEIFANG);
    const nation = await account(db, 'STAFF');
    const jinan = await account(db, 'STAFF', '370100');
    const seen = (await listAccounts(db, weifang)).map((row) => row.id);
    expect(seen).toContain(inside.id);
    expect(seen).not.toContain(nation.id);
    expect(seen).not.toContain(jinan.id);

    const before = await db.prisma.userAccount.findUniqueOrThrow({ where: { id: jinan.id } });
    await expect(
      act(peopleAt(db, clock), weifang, changeAccount, { id: jinan.id, reason, role: 'ADMIN' }),
    ).rejects.toEqual(hidden);
    await expect(
      act(peopleAt(db, clock), weifang, changeAccount, { id: nation.id, reason, active: false }),
    ).rejects.toEqual(hidden);
    await expect(
      act(peopleAt(db, clock), weifang, setPassword, { id: jinan.id, password: 'taken over now' }),
    ).rejects.toEqual(hidden);
    expect(await db.prisma.userAccount.findUniqueOrThrow({ where: { id: jinan.id } })).toEqual(before);

    await expect(
      act(peopleAt(db, clock), weifang, changeAccount, { id: inside.id, reason: ' ', role: 'OFFICER' }),
    ).rejects.toEqual(refused('reason-missing'));
    const outside = refused('division-unknown');
    await expect(
      act(peopleAt(db, clock), weifang, changeAccount, { id: inside.id, reason, divisionCode: null }),
    ).rejects.toEqual(outside);
    await expect(
      act(peopleAt(db, clock), weifang, changeAccount, { id: inside.id, reason, divisionCode: '370000' }),
    ).rejects.toEqual(outside);
  });

  it('are no business of anybody but administrators', async () => {
    for (const role of ['OFFICER', 'STAFF', 'PRESS']) {
      const { viewer, id } = await signedIn(db, role);
      await expect(listAccounts(db, viewer)).rejects.toEqual(hidden);
      await expect(
        act(peopleAt(db, clock), viewer, changeAccount, { id, reason, role: 'ADMIN' }),
      ).rejects.toEqual(hidden);
      await expect(
        act(peopleAt(db, clock), viewer, createKey, { name: 'x', scopes: ['area:read'] }),
      ).rejects.toEqual(hidden);
    }
  });

  it('refuse a name taken in another spelling, a bad name, a short password and an unknown role', async () => {
    const { name } = await account(db, 'STAFF');
    const good: CreateAccountInput = {
      name: 'fresh-name',
      displayName: '',
      password: RIGHT,
      role: 'STAFF',
      divisionCode: null,
    };
    const make = (change: Partial<CreateAccountInput>) =>
      act(peopleAt(db, clock), console, createAccount, { ...good, ...change });
    await expect(make({ name: name.toUpperCase() })).rejects.toEqual(refused('name-taken'));
    await expect(make({ name: 'a b' })).rejects.toEqual(refused('name-form'));
    await expect(make({ name: 'аdmin' })).rejects.toEqual(refused('name-form'));
    for (const displayName of ['\u202e甲员班值', '…', '甲\u0000', 'x'.repeat(61)]) {
      await expect(make({ displayName })).rejects.toEqual(refused('display-form'));
    }
    await expect(make({ password: '123456789' })).rejects.toEqual(refused('password-short'));
    await expect(make({ password: '1234567890' })).rejects.toEqual(refused('password-weak'));
    await expect(make({ name: 'zhangsan-duty', password: 'zhangsan-duty' })).rejects.toEqual(
      refused('password-weak'),
    );
    const { id } = await account(db, 'STAFF');
    await expect(
      act(peopleAt(db, clock), console, setPassword, { id, password: 'aaaaaaaaaaaa' }),
    ).rejects.toEqual(refused('password-weak'));
    await expect(make({ role: 'KING' })).rejects.toEqual(refused('role-unknown'));
    await expect(make({ divisionCode: '999999' })).rejects.toMatchObject({
      faults: [{ pointer: '/divisionCode' }],
    });
    expect(await db.prisma.userAccount.count({ where: { name: 'fresh-name' } })).toBe(0);
  });

  it('never lose the last active administrator, not even when two remove each other at once', async () => {
    await db.prisma.userAccount.updateMany({ where: { role: 'ADMIN' }, data: { active: false } });
    const [one, two] = [await signedIn(db, 'ADMIN'), await signedIn(db, 'ADMIN')];
    await account(db, 'ADMIN', WEIFANG);
    // Both changes are held just before their commit, so that they surely overlap.
    const holder = await db.pool.connect();
    await holder.query('select pg_advisory_lock($1)', [AUDIT_LOCK]);
    const changes = [
      act(peopleAt(db, clock), one.viewer, changeAccount, { id: two.id, reason, active: false }),
      act(peopleAt(db, clock), two.viewer, changeAccount, { id: one.id, reason, role: 'STAFF' }),
    ];
    const waiting = `select count(*)::int as n from pg_locks
      where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`;
    await expect.poll(async () => (await holder.query(waiting)).rows[0].n).toBe(2);
    await holder.query('select pg_advisory_unlock($1)', [AUDIT_LOCK]);
    holder.release();
    const results = await Promise.allSettled(changes);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await db.prisma.userAccount.findFirstOrThrow({
      where: { role: 'ADMIN', active: true, divisionCode: null },
    });
    for (const change of [{ active: false }, { role: 'OFFICER' }, { divisionCode: WEIFANG }]) {
      const last = refused('last-administrator');
      await expect(
        act(peopleAt(db, clock), console, changeAccount, { id: left.id, reason, ...change }),
      ).rejects.toEqual(last);
    }
    const still = await db.prisma.userAccount.findUniqueOrThrow({ where: { id: left.id } });
    expect(still).toMatchObject({ role: 'ADMIN', active: true, divisionCode: null });
  });
});

describe('a bearer key', () => {
  it('opens what its scopes name, until it is revoked', async () => {
    const { id, secret } = await act(peopleAt(db, clock), console, createKey, {
      name: '码引擎',
      scopes: ['feed:read', 'area:read'],
    });
    expect(await verifyKey(db, secret, clock)).toEqual({
      id,
      name: '码引擎',
      scopes: ['feed:read', 'area:read'],
    });
    await act(peopleAt(db, clock), console, revokeKey, { id, reason: 'no longer used' });
    expect(await verifyKey(db, secret, clock)).toBeNull();
    expect(await auditOf(db, id)).toEqual(['KEY_CREATED', 'KEY_REVOKED']);
  });

  it('is kept only as a hash', async () => {
    const { id, secret } = await act(peopleAt(db, clock), console, createKey, {
      name: 'engine',
      scopes: ['lookup:read'],
    });
    const row = await db.prisma.apiKey.findUniqueOrThrow({ where: { id } });
    expect(row.keyHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(secret.slice(3));
    expect(await verifyKey(db, `${secret}x`, clock)).toBeNull();
    expect(await verifyKey(db, '', clock)).toBeNull();
  });

  it('revoked by another process is refused within 2 seconds', async () => {
    const { id, secret } = await act(peopleAt(db, clock), console, createKey, {
      name: 'engine',
      scopes: ['lookup:read'],
    });
    await verifyKey(db, secret, clock);
    await db.prisma.apiKey.update({ where: { id }, data: { revokedAt: new Date(clock.at) } });
    clock.at += 2_000;
    expect(await verifyKey(db, secret, clock)).toBeNull();
  });

  it('takes no unknown scope and no empty list', async () => {
    const make = (scopes: string[]) =>
      act(peopleAt(db, clock), console, createKey, { name: 'engine', scopes: scopes as 'area:read'[] });
    await expect(make(['area:write'])).rejects.toMatchObject({ faults: [{ pointer: '/scopes/0' }] });
    await expect(make([])).rejects.toMatchObject({ faults: [{ pointer: '/scopes' }] });
  });

  it('is made by nation-wide administrators only, since it reads the whole nation', async () => {
    const weifang: Viewer = {
      kind: 'person',
      id: 'x',
      displayName: 'x',
      role: 'ADMIN',
      scope: '370000/370700/',
    };
    const making = act(peopleAt(db, clock), weifang, createKey, { name: 'engine', scopes: ['area:read'] });
    await expect(making).rejects.toMatchObject({ kind: 'not-found' });
  });
});
