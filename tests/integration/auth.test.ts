import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeAccount } from '@/server/auth/change-account';
import { createAccount, type NewAccount } from '@/server/auth/create-account';
import { createKey } from '@/server/auth/create-key';
import { listAccounts } from '@/server/auth/list-accounts';
import { revokeKey } from '@/server/auth/revoke-key';
import { viewerOfSession } from '@/server/auth/session';
import { sessionSecret } from '@/server/auth/session-secret';
import { setPassword } from '@/server/auth/set-password';
import { signIn } from '@/server/auth/sign-in';
import { signOut } from '@/server/auth/sign-out';
import { verifyKey } from '@/server/auth/verify-key';
import { systemViewer, type Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { APPEND_LOCK } from '@/server/db/transact';
import { freshDatabase } from './fresh-database';

const WEIFANG = '370700';
const console = systemViewer('console');
const RIGHT = 'right password';
const MINUTE = 60_000;
const reason = 'a duty roster';

let db: Database;
/** Real time as the services see it; moved by tests. */
const clock = { drill: false, at: Date.UTC(2022, 11, 1, 1), now: () => clock.at };

beforeAll(async () => {
  db = await freshDatabase();
  const division = (code: string, kind: 'PROVINCE' | 'PREFECTURE', name: string, above: string) => ({
    code,
    kind,
    name,
    path: `${above}${code}/`,
    shortName: name.slice(0, -1),
    pinyin: '',
    initials: '',
    parentCode: above ? above.slice(0, -1) : null,
  });
  await db.prisma.division.create({ data: division('370000', 'PROVINCE', '山东省', '') });
  await db.prisma.division.create({ data: division(WEIFANG, 'PREFECTURE', '潍坊市', '370000/') });
  await db.prisma.division.create({ data: division('370100', 'PREFECTURE', '济南市', '370000/') });
});
afterAll(() => db.close());
beforeEach(() => {
  clock.at += 60 * MINUTE;
});

let made = 0;
async function account(role: string, divisionCode: string | null = null) {
  made += 1;
  const name = `person-${made}`;
  const given = { name, displayName: `Person ${made}`, password: RIGHT, role, divisionCode };
  return { name, id: await createAccount(db, console, given, clock) };
}

async function sessionOf(name: string): Promise<string> {
  const done = await signIn(db, { name, password: RIGHT }, clock);
  if (done.outcome !== 'signed-in') throw new Error(`not signed in: ${done.outcome}`);
  return done.sessionId;
}

async function signedIn(role: string, divisionCode: string | null = null) {
  const person = await account(role, divisionCode);
  const sessionId = await sessionOf(person.name);
  const viewer = await viewerOfSession(db, sessionId, clock);
  if (!viewer) throw new Error('no viewer');
  return { ...person, sessionId, viewer };
}

const auditOf = async (entityId: string) =>
  (await db.prisma.auditEntry.findMany({ where: { entityId }, orderBy: { seq: 'asc' } })).map(
    (row) => row.action,
  );

describe('signing in', () => {
  it('answers a wrong password, an unknown account and a switched-off account alike', async () => {
    const known = await account('STAFF');
    const off = await account('STAFF');
    await changeAccount(db, console, off.id, { reason, active: false }, clock);
    const wrong = { outcome: 'wrong' };
    expect(await signIn(db, { name: known.name, password: 'wrong password' }, clock)).toEqual(wrong);
    expect(await signIn(db, { name: 'nobody-here', password: RIGHT }, clock)).toEqual(wrong);
    expect(await signIn(db, { name: off.name, password: RIGHT }, clock)).toEqual(wrong);
    expect(await auditOf(known.id)).toEqual(['ACCOUNT_CREATED', 'SIGN_IN_REFUSED']);
  });

  it('keeps no written name of a refused attempt in the audit trail', async () => {
    await signIn(db, { name: 'my-secret-password', password: '' }, clock);
    const { rows } = await db.pool.query("select 1 from audit_entry e where e::text like '%my-secret%'");
    expect(rows).toEqual([]);
  });

  it('takes the name in any case and width', async () => {
    const { name } = await account('STAFF');
    const done = await signIn(
      db,
      { name: ` ${name.toUpperCase().replace('P', 'Ｐ')} `, password: RIGHT },
      clock,
    );
    expect(done.outcome).toBe('signed-in');
  });

  it('keeps passwords as argon2id with 19 MiB and 2 passes', async () => {
    const { id } = await account('STAFF');
    const row = await db.prisma.userAccount.findUniqueOrThrow({ where: { id } });
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('refuses the sixth attempt within 15 minutes, even with the right password, and says how long', async () => {
    const { name } = await account('STAFF');
    for (let minute = 0; minute < 5; minute += 1) {
      expect((await signIn(db, { name, password: 'wrong password' }, clock)).outcome).toBe('wrong');
      clock.at += MINUTE;
    }
    expect(await signIn(db, { name, password: RIGHT }, clock)).toEqual({
      outcome: 'throttled',
      minutesLeft: 10,
    });
    clock.at += 10 * MINUTE;
    expect((await signIn(db, { name, password: RIGHT }, clock)).outcome).toBe('signed-in');
  });

  it('counts attempts sent all at once, and treats an unknown name like a known one', async () => {
    const tries = Array.from({ length: 12 }, () =>
      signIn(db, { name: 'unknown-name', password: 'x' }, clock),
    );
    const outcomes = (await Promise.all(tries)).map((done) => done.outcome).sort();
    expect(outcomes).toEqual([...Array(7).fill('throttled'), ...Array(5).fill('wrong')]);
  });

  it('forgets failures at the first success', async () => {
    const { name } = await account('STAFF');
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 4; n += 1) await signIn(db, { name, password: 'wrong password' }, clock);
      expect((await signIn(db, { name, password: RIGHT }, clock)).outcome).toBe('signed-in');
    }
  });
});

describe('a session', () => {
  it('knows the person, the role and the division subtree', async () => {
    const { id, viewer } = await signedIn('OFFICER', WEIFANG);
    expect(viewer).toMatchObject({ id, role: 'OFFICER', scope: '370000/370700/' });
    expect((await signedIn('PRESS')).viewer.scope).toBe('');
  });

  it('acts at once on a change of role, of division, and on switching the account off', async () => {
    const { id, sessionId } = await signedIn('STAFF');
    await changeAccount(db, console, id, { reason, role: 'OFFICER' }, clock);
    expect((await viewerOfSession(db, sessionId, clock))?.role).toBe('OFFICER');
    await changeAccount(db, console, id, { reason, divisionCode: WEIFANG }, clock);
    expect((await viewerOfSession(db, sessionId, clock))?.scope).toBe('370000/370700/');
    await changeAccount(db, console, id, { reason, active: false }, clock);
    expect(await viewerOfSession(db, sessionId, clock)).toBeNull();
    await changeAccount(db, console, id, { reason, active: true }, clock);
    expect(await viewerOfSession(db, sessionId, clock)).toBeNull();
  });

  it('sees within 2 seconds what another process changed', async () => {
    const { id, sessionId } = await signedIn('STAFF');
    await db.prisma.userAccount.update({ where: { id }, data: { active: false } });
    clock.at += 2_000;
    expect(await viewerOfSession(db, sessionId, clock)).toBeNull();
  });

  it('ends when the person signs out, and only that one', async () => {
    const { id, name, sessionId } = await signedIn('STAFF');
    const elsewhere = await sessionOf(name);
    await signOut(db, sessionId, clock);
    expect(await viewerOfSession(db, sessionId, clock)).toBeNull();
    expect((await viewerOfSession(db, elsewhere, clock))?.id).toBe(id);
    await signOut(db, sessionId, clock);
    expect((await auditOf(id)).filter((action) => action === 'SIGNED_OUT')).toHaveLength(1);
  });

  it('ends after 12 hours', async () => {
    const { sessionId } = await signedIn('STAFF');
    clock.at += 12 * 60 * MINUTE - 1;
    expect(await viewerOfSession(db, sessionId, clock)).not.toBeNull();
    clock.at += 1;
    expect(await viewerOfSession(db, sessionId, clock)).toBeNull();
  });

  it('ends when an administrator sets a new password', async () => {
    const { id, name, sessionId } = await signedIn('STAFF');
    await setPassword(db, console, id, 'another password', clock);
    expect(await viewerOfSession(db, sessionId, clock)).toBeNull();
    expect((await signIn(db, { name, password: RIGHT }, clock)).outcome).toBe('wrong');
    expect((await signIn(db, { name, password: 'another password' }, clock)).outcome).toBe('signed-in');
  });
});

describe('accounts', () => {
  const refused = (code: string) => expect.objectContaining({ extra: { code } });
  const hidden = expect.objectContaining({ kind: 'not-found' });

  it('are administered within the administrator’s own division only', async () => {
    const weifang = (await signedIn('ADMIN', WEIFANG)).viewer;
    const inside = await account('STAFF', WEIFANG);
    const nation = await account('STAFF');
    const jinan = await account('STAFF', '370100');
    const seen = (await listAccounts(db, weifang)).map((row) => row.id);
    expect(seen).toContain(inside.id);
    expect(seen).not.toContain(nation.id);
    expect(seen).not.toContain(jinan.id);

    const before = await db.prisma.userAccount.findUniqueOrThrow({ where: { id: jinan.id } });
    await expect(changeAccount(db, weifang, jinan.id, { reason, role: 'ADMIN' }, clock)).rejects.toEqual(
      hidden,
    );
    await expect(changeAccount(db, weifang, nation.id, { reason, active: false }, clock)).rejects.toEqual(
      hidden,
    );
    await expect(setPassword(db, weifang, jinan.id, 'taken over now', clock)).rejects.toEqual(hidden);
    expect(await db.prisma.userAccount.findUniqueOrThrow({ where: { id: jinan.id } })).toEqual(before);

    await expect(
      changeAccount(db, weifang, inside.id, { reason: ' ', role: 'OFFICER' }, clock),
    ).rejects.toEqual(refused('reason-missing'));
    const outside = refused('division-unknown');
    await expect(
      changeAccount(db, weifang, inside.id, { reason, divisionCode: null }, clock),
    ).rejects.toEqual(outside);
    await expect(
      changeAccount(db, weifang, inside.id, { reason, divisionCode: '370000' }, clock),
    ).rejects.toEqual(outside);
  });

  it('are no business of anybody but administrators', async () => {
    for (const role of ['OFFICER', 'STAFF', 'PRESS']) {
      const { viewer, id } = await signedIn(role);
      await expect(listAccounts(db, viewer)).rejects.toEqual(hidden);
      await expect(changeAccount(db, viewer, id, { reason, role: 'ADMIN' }, clock)).rejects.toEqual(hidden);
      await expect(createKey(db, viewer, { name: 'x', scopes: ['area:read'] }, clock)).rejects.toEqual(
        hidden,
      );
    }
  });

  it('refuse a name taken in another spelling, a bad name, a short password and an unknown role', async () => {
    const { name } = await account('STAFF');
    const good: NewAccount = {
      name: 'fresh-name',
      displayName: '',
      password: RIGHT,
      role: 'STAFF',
      divisionCode: null,
    };
    const make = (change: Partial<NewAccount>) => createAccount(db, console, { ...good, ...change }, clock);
    await expect(make({ name: name.toUpperCase() })).rejects.toEqual(refused('name-taken'));
    await expect(make({ name: 'a b' })).rejects.toEqual(refused('name-form'));
    await expect(make({ password: '123456789' })).rejects.toEqual(refused('password-short'));
    await expect(make({ role: 'KING' })).rejects.toEqual(refused('role-unknown'));
    await expect(make({ divisionCode: '999999' })).rejects.toMatchObject({
      faults: [{ pointer: '/divisionCode' }],
    });
    expect(await db.prisma.userAccount.count({ where: { name: 'fresh-name' } })).toBe(0);
  });

  it('never lose the last active administrator, not even when two remove each other at once', async () => {
    await db.prisma.userAccount.updateMany({ where: { role: 'ADMIN' }, data: { active: false } });
    const [one, two] = [await signedIn('ADMIN'), await signedIn('ADMIN')];
    await account('ADMIN', WEIFANG);
    // Both changes are held just before their commit, so that they surely overlap.
    const holder = await db.pool.connect();
    await holder.query('select pg_advisory_lock($1)', [APPEND_LOCK]);
    const changes = [
      changeAccount(db, one.viewer, two.id, { reason, active: false }, clock),
      changeAccount(db, two.viewer, one.id, { reason, role: 'STAFF' }, clock),
    ];
    const waiting = `select count(*)::int as n from pg_locks
      where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`;
    await expect.poll(async () => (await holder.query(waiting)).rows[0].n).toBe(2);
    await holder.query('select pg_advisory_unlock($1)', [APPEND_LOCK]);
    holder.release();
    const results = await Promise.allSettled(changes);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await db.prisma.userAccount.findFirstOrThrow({
      where: { role: 'ADMIN', active: true, divisionCode: null },
    });
    for (const change of [{ active: false }, { role: 'OFFICER' }, { divisionCode: WEIFANG }]) {
      const last = refused('last-administrator');
      await expect(changeAccount(db, console, left.id, { reason, ...change }, clock)).rejects.toEqual(last);
    }
    const still = await db.prisma.userAccount.findUniqueOrThrow({ where: { id: left.id } });
    expect(still).toMatchObject({ role: 'ADMIN', active: true, divisionCode: null });
  });
});

describe('a bearer key', () => {
  it('opens what its scopes name, until it is revoked', async () => {
    const { id, secret } = await createKey(
      db,
      console,
      { name: '码引擎', scopes: ['feed:read', 'area:read'] },
      clock,
    );
    expect(await verifyKey(db, secret, clock)).toEqual({
      name: '码引擎',
      scopes: ['feed:read', 'area:read'],
    });
    await revokeKey(db, console, id, 'no longer used', clock);
    expect(await verifyKey(db, secret, clock)).toBeNull();
    expect(await auditOf(id)).toEqual(['KEY_CREATED', 'KEY_REVOKED']);
  });

  it('is kept only as a hash', async () => {
    const { id, secret } = await createKey(db, console, { name: 'engine', scopes: ['lookup:read'] }, clock);
    const row = await db.prisma.apiKey.findUniqueOrThrow({ where: { id } });
    expect(row.keyHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(secret.slice(3));
    expect(await verifyKey(db, `${secret}x`, clock)).toBeNull();
    expect(await verifyKey(db, '', clock)).toBeNull();
  });

  it('revoked by another process is refused within 2 seconds', async () => {
    const { id, secret } = await createKey(db, console, { name: 'engine', scopes: ['lookup:read'] }, clock);
    await verifyKey(db, secret, clock);
    await db.prisma.apiKey.update({ where: { id }, data: { revokedAt: new Date(clock.at) } });
    clock.at += 2_000;
    expect(await verifyKey(db, secret, clock)).toBeNull();
  });

  it('takes no unknown scope and no empty list', async () => {
    const make = (scopes: string[]) =>
      createKey(db, console, { name: 'engine', scopes: scopes as 'area:read'[] }, clock);
    await expect(make(['area:write'])).rejects.toMatchObject({ faults: [{ pointer: '/scopes/0' }] });
    await expect(make([])).rejects.toMatchObject({ faults: [{ pointer: '/scopes' }] });
  });

  it('is made by nation-wide administrators only, since it reads the whole nation', async () => {
    const weifang: Viewer = { id: 'x', displayName: 'x', role: 'ADMIN', scope: '370000/370700/' };
    const making = createKey(db, weifang, { name: 'engine', scopes: ['area:read'] }, clock);
    await expect(making).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('the session secret', () => {
  it('is made once, kept for its owner only, and gives way to SESSION_SECRET', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'fengqu-secret-'));
    const config = { SESSION_SECRET: undefined, DATA_DIR: path.join(folder, 'data') };
    const secret = sessionSecret(config);
    expect(secret.length).toBeGreaterThanOrEqual(64);
    expect(sessionSecret(config)).toBe(secret);
    expect(statSync(path.join(config.DATA_DIR, 'session-secret')).mode & 0o777).toBe(0o600);
    const given = 'x'.repeat(32);
    expect(sessionSecret({ ...config, SESSION_SECRET: given })).toBe(given);
    rmSync(folder, { recursive: true });
  });
});
