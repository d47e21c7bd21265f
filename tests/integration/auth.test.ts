import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { changeAccount } from '@/server/auth/change-account';
import { changeOwnPassword } from '@/server/auth/change-own-password';
import { viewerOfSession } from '@/server/auth/session';
import { sessionSecret } from '@/server/auth/session-secret';
import { setPassword } from '@/server/auth/set-password';
import { signIn } from '@/server/auth/sign-in';
import { signOut } from '@/server/auth/sign-out';
import { type Database, openDatabase } from '@/server/db/connect';
import { peopleAt } from '@/server/service-context';
import { breakableLink } from './breakable-link';
import { freshDatabase } from './fresh-database';
import {
  account,
  auditOf,
  clock,
  console,
  MINUTE,
  RIGHT,
  reason,
  sessionOf,
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

describe('signing in', () => {
  it('answers a wrong password, an unknown account and a switched-off account alike', async () => {
    const known = await account(db, 'STAFF');
    const off = await account(db, 'STAFF');
    await act(peopleAt(db, clock), console, changeAccount, { id: off.id, reason, active: false });
    const wrong = { outcome: 'wrong' };
    expect(await signIn(db, { name: known.name, password: 'wrong password' }, clock)).toEqual(wrong);
    expect(await signIn(db, { name: 'nobody-here', password: RIGHT }, clock)).toEqual(wrong);
    expect(await signIn(db, { name: off.name, password: RIGHT }, clock)).toEqual(wrong);
    expect(await auditOf(db, known.id)).toEqual(['ACCOUNT_CREATED', 'SIGN_IN_REFUSED']);
  });

  it('keeps no written name of a refused attempt in the audit trail', async () => {
    await signIn(db, { name: 'my-secret-password', password: '' }, clock);
    const { rows } = await db.pool.query("select 1 from audit_entry e where e::text like '%my-secret%'");
    expect(rows).toEqual([]);
  });

  it('takes the name in any case and width', async () => {
    const { name } = await account(db, 'STAFF');
    const done = await signIn(
      db,
      { name: ` ${name.toUpperCase().replace('P', 'Ｐ')} `, password: RIGHT },
      clock,
    );
    expect(done.outcome).toBe('signed-in');
  });

  it('keeps passwords as argon2id with 19 MiB and 2 passes', async () => {
    const { id } = await account(db, 'STAFF');
    const row = await db.prisma.userAccount.findUniqueOrThrow({ where: { id } });
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('refuses the sixth attempt within 15 minutes, even with the right password, and says how long', async () => {
    const { name } = await account(db, 'STAFF');
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
    const tries = Array.from({ length: 9 }, () => signIn(db, { name: 'unknown-name', password: 'x' }, clock));
    const outcomes = (await Promise.all(tries)).map((done) => done.outcome).sort();
    expect(outcomes).toEqual([...Array(4).fill('throttled'), ...Array(5).fill('wrong')]);
  });

  it('forgets failures at the first success', async () => {
    const { name } = await account(db, 'STAFF');
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 4; n += 1) await signIn(db, { name, password: 'wrong password' }, clock);
      expect((await signIn(db, { name, password: RIGHT }, clock)).outcome).toBe('signed-in');
    }
  });
});

describe('a session', () => {
  it('knows the person, the role and the division subtree', async () => {
    const { id, viewer } = await signedIn(db, 'OFFICER', WEIFANG);
    expect(viewer).toMatchObject({ id, role: 'OFFICER', scope: '370000/370700/' });
    expect((await signedIn(db, 'PRESS')).viewer.scope).toBe('');
  });

  it('acts at once on a change of role, of division, and on switching the account off', async () => {
    const { id, sessionId } = await signedIn(db, 'STAFF');
    await act(peopleAt(db, clock), console, changeAccount, { id, reason, role: 'OFFICER' });
    expect((await viewerOfSession(db, sessionId, clock))?.role).toBe('OFFICER');
    await act(peopleAt(db, clock), console, changeAccount, { id, reason, divisionCode: WEIFANG });
    expect((await viewerOfSession(db, sessionId, clock))?.scope).toBe('370000/370700/');
    await act(peopleAt(db, clock), console, changeAccount, { id, reason, active: false });
    expect(await viewerOfSession(db, sessionId, clock)).toBeNull();
    await act(peopleAt(db, clock), console, changeAccount, { id, reason, active: true });
    expect(await viewerOfSession(db, sessionId, clock)).toBeNull();
  });

  it('sees within 2 seconds what another process changed', async () => {
    const { id, sessionId } = await signedIn(db, 'STAFF');
    await db.prisma.userAccount.update({ where: { id }, data: { active: false } });
    clock.at += 2_000;
    expect(await viewerOfSession(db, sessionId, clock)).toBeNull();
  });

  it('ends when the person signs out, and only that one', async () => {
    const { id, name, sessionId } = await signedIn(db, 'STAFF');
    const elsewhere = await sessionOf(db, name);
    await signOut(db, sessionId, clock);
    expect(await viewerOfSession(db, sessionId, clock)).toBeNull();
    expect((await viewerOfSession(db, elsewhere, clock))?.id).toBe(id);
    await signOut(db, sessionId, clock);
    expect((await auditOf(db, id)).filter((action) => action === 'SIGNED_OUT')).toHaveLength(1);
  });

  it('ends here also when the database does not take it, and the person does not wait', async () => {
    const { id, sessionId } = await signedIn(db, 'STAFF');
    const link = await breakableLink(db.url);
    const far = openDatabase(link.url);
    expect((await viewerOfSession(far, sessionId, clock))?.id).toBe(id);
    link.hang();
    await expect(signOut(far, sessionId, clock)).rejects.toThrow('no answer within');
    expect(await viewerOfSession(far, sessionId, clock)).toBeNull();
    await link.mend();
    expect(await viewerOfSession(far, sessionId, clock)).toBeNull();
    await link.cut();
    await far.close();
  });

  it('ends after 12 hours', async () => {
    const { sessionId } = await signedIn(db, 'STAFF');
    clock.at += 12 * 60 * MINUTE - 1;
    expect(await viewerOfSession(db, sessionId, clock)).not.toBeNull();
    clock.at += 1;
    expect(await viewerOfSession(db, sessionId, clock)).toBeNull();
  });

  it('ends when an administrator sets a new password', async () => {
    const { id, name, sessionId } = await signedIn(db, 'STAFF');
    await act(peopleAt(db, clock), console, setPassword, { id, password: 'another password' });
    expect(await viewerOfSession(db, sessionId, clock)).toBeNull();
    expect((await signIn(db, { name, password: RIGHT }, clock)).outcome).toBe('wrong');
    expect((await signIn(db, { name, password: 'another password' }, clock)).outcome).toBe('signed-in');
  });
});

describe('a person’s own password', () => {
  const NEW = 'quite another password';
  const want = (old: string, password = NEW, again = password) => ({ old, password, again });
  const refused = (code: string) => expect.objectContaining({ extra: expect.objectContaining({ code }) });

  it('is changed with the old one; other sessions end, this one goes on, and it is recorded', async () => {
    const { id, name, sessionId, viewer } = await signedIn(db, 'STAFF');
    const elsewhere = await sessionOf(db, name);
    await act(peopleAt(db, clock), viewer, changeOwnPassword, { sessionId, ...want(RIGHT) });
    expect((await viewerOfSession(db, sessionId, clock))?.id).toBe(id);
    expect(await viewerOfSession(db, elsewhere, clock)).toBeNull();
    expect((await signIn(db, { name, password: RIGHT }, clock)).outcome).toBe('wrong');
    expect((await signIn(db, { name, password: NEW }, clock)).outcome).toBe('signed-in');
    const line = await db.prisma.auditEntry.findFirstOrThrow({ where: { action: 'PASSWORD_CHANGED' } });
    expect(line).toMatchObject({ actorId: id, entityId: id, after: { sessionsEnded: 1 } });
  });

  it('is refused when the old one is wrong, the two differ, or the new one is weak or the same', async () => {
    const { id, sessionId, viewer } = await signedIn(db, 'STAFF');
    const before = await db.prisma.userAccount.findUniqueOrThrow({ where: { id } });
    const change = (given: ReturnType<typeof want>) =>
      act(peopleAt(db, clock), viewer, changeOwnPassword, { sessionId, ...given });
    await expect(change(want('wrong password'))).rejects.toEqual(refused('password-wrong'));
    await expect(change(want(RIGHT, NEW, `${NEW}x`))).rejects.toEqual(refused('passwords-differ'));
    await expect(change(want(RIGHT, '1234567890'))).rejects.toEqual(refused('password-weak'));
    await expect(change(want(RIGHT, RIGHT))).rejects.toEqual(refused('password-same'));
    expect(await db.prisma.userAccount.findUniqueOrThrow({ where: { id } })).toEqual(before);
  });

  it('is guessed ten times at most in a session left open, whatever strangers do elsewhere', async () => {
    const { name, sessionId, viewer } = await signedIn(db, 'STAFF');
    for (let n = 0; n < 6; n += 1) await signIn(db, { name, password: 'wrong password' }, clock);
    const change = (old: string) =>
      act(peopleAt(db, clock), viewer, changeOwnPassword, { sessionId, ...want(old) });
    for (let n = 0; n < 10; n += 1) {
      await expect(change('wrong password')).rejects.toEqual(refused('password-wrong'));
    }
    await expect(change(RIGHT)).rejects.toEqual(refused('throttled'));
    clock.at += 15 * MINUTE;
    await change(RIGHT);
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
