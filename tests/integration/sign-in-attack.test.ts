import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { takeTurn } from '@/server/auth/password-queue';
import { closeRefusals, countRefusal } from '@/server/auth/refusal-log';
import { setPassword } from '@/server/auth/set-password';
import { type Credentials, signIn } from '@/server/auth/sign-in';
import { AUDIT_LOCK } from '@/server/db/append-recorded';
import type { Database } from '@/server/db/connect';
import { peopleAt } from '@/server/service-context';
import { freshDatabase } from './fresh-database';
import { account, clock, console, MINUTE, RIGHT } from './people';

const HERE = '198.51.100.7';
const WRONG = 'wrong password';

let db: Database;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(() => {
  clock.at += 60 * MINUTE;
});

const outcome = async (given: Credentials) => (await signIn(db, given, clock)).outcome;
const tries = async (times: number, given: Credentials) => {
  const outcomes: string[] = [];
  for (let n = 0; n < times; n += 1) outcomes.push(await outcome(given));
  return outcomes;
};

interface Line {
  entityId: string;
  action: string;
  after: Record<string, unknown>;
}
async function linesSince(seq: bigint): Promise<Line[]> {
  const rows = await db.prisma.auditEntry.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: 'asc' } });
  return rows.map(({ entityId, action, after }) => ({ entityId, action, after: after as Line['after'] }));
}
async function head(): Promise<bigint> {
  return (await db.prisma.auditEntry.aggregate({ _max: { seq: true } }))._max.seq ?? 0n;
}

describe('nobody locks an account', () => {
  it('from elsewhere: the person signs in from another address while a stranger is refused', async () => {
    const { name } = await account(db, 'OFFICER');
    const stranger = { name, password: WRONG, address: HERE };
    expect(await tries(7, stranger)).toEqual([...Array(5).fill('wrong'), 'throttled', 'throttled']);
    expect(await outcome({ ...stranger, password: RIGHT })).toBe('throttled');
    expect(await outcome({ name, password: RIGHT, address: '203.0.113.9' })).toBe('signed-in');
  });

  it('from the same address, where the device is known for the account', async () => {
    const { name } = await account(db, 'OFFICER');
    const other = await account(db, 'STAFF');
    const device = { id: 'the-desk', names: [name] };
    await tries(7, { name, password: WRONG, address: HERE });
    expect(await outcome({ name, password: RIGHT, address: HERE, device })).toBe('signed-in');
    // What is known for one account is not known for another.
    await tries(5, { name: other.name, password: WRONG, address: HERE });
    expect(await outcome({ name: other.name, password: RIGHT, address: HERE, device })).toBe('throttled');
  });

  it('while a known device has a count of its own', async () => {
    const { name } = await account(db, 'OFFICER');
    const device = { id: 'found-on-a-train', names: [name] };
    const guess = { name, password: WRONG, address: HERE, device };
    expect(await tries(11, guess)).toEqual([...Array(10).fill('wrong'), 'throttled']);
    const another = { id: 'the-desk', names: [name] };
    expect(await outcome({ name, password: RIGHT, address: HERE, device: another })).toBe('signed-in');
    expect(await outcome({ name, password: RIGHT, address: HERE })).toBe('signed-in');
  });
});

describe('an address', () => {
  it('has 30 failures in 15 minutes, for whatever accounts; others are not concerned', async () => {
    for (let n = 0; n < 30; n += 1) {
      expect(await outcome({ name: `nobody-${n}`, password: 'x', address: HERE })).toBe('wrong');
    }
    expect(await signIn(db, { name: 'nobody-31', password: 'x', address: HERE }, clock)).toEqual({
      outcome: 'throttled',
      minutesLeft: 15,
    });
    expect(await outcome({ name: 'nobody-31', password: 'x', address: '203.0.113.9' })).toBe('wrong');
    clock.at += 15 * MINUTE;
    expect(await outcome({ name: 'nobody-31', password: 'x', address: HERE })).toBe('wrong');
  });

  it('is one for all of a /64 network, however it is written', async () => {
    const { name } = await account(db, 'STAFF');
    for (const end of ['::1', '::2', ':0:0:0:3', ':ffff:1:2:3', '::a:b']) {
      expect(await outcome({ name, password: WRONG, address: `2001:DB8:0:07${end}` })).toBe('wrong');
    }
    expect(await outcome({ name, password: RIGHT, address: '2001:db8:0:7::9' })).toBe('throttled');
    expect(await outcome({ name, password: RIGHT, address: '2001:db8:0:8::9' })).toBe('signed-in');
    expect(await tries(5, { name, password: WRONG, address: '::ffff:192.0.2.1' })).toEqual(
      Array(5).fill('wrong'),
    );
    expect(await outcome({ name, password: RIGHT, address: '192.0.2.1' })).toBe('throttled');
  });

  it('may try again once an administrator has set a new password', async () => {
    const { id, name } = await account(db, 'STAFF');
    await tries(6, { name, password: WRONG, address: HERE });
    await act(peopleAt(db, clock), console, setPassword, { id, password: 'another password' });
    expect(await outcome({ name, password: 'another password', address: HERE })).toBe('signed-in');
  });

  it('is forgotten with its failures', async () => {
    await tries(3, { name: 'nobody', password: 'x', address: '203.0.113.77' });
    clock.at += 15 * MINUTE;
    await outcome({ name: 'nobody', password: 'x', address: HERE });
    expect(await db.prisma.signInFailure.count({ where: { address: '203.0.113.77' } })).toBe(0);
  });
});

describe('the audit trail', () => {
  it('tells from where a person signed in, and whether the device was known', async () => {
    const { name, id } = await account(db, 'STAFF');
    const before = await head();
    await outcome({ name, password: RIGHT, address: HERE });
    await outcome({ name, password: RIGHT, address: HERE, device: { id: 'x', names: [name] } });
    expect(await linesSince(before)).toEqual([
      { action: 'SIGNED_IN', entityId: id, after: { address: HERE, knownDevice: false } },
      { action: 'SIGNED_IN', entityId: id, after: { address: HERE, knownDevice: true } },
    ]);
  });

  it('counts refusals of an account from an address, at the 1st, 10th, 100th and when 15 minutes are over', async () => {
    const { name, id } = await account(db, 'STAFF');
    const before = await head();
    const since = new Date(clock.at).toISOString();
    await tries(120, { name, password: WRONG, address: HERE });
    clock.at += 15 * MINUTE;
    await closeRefusals(db, clock);
    const line = (refused: number) => {
      const wrong = Math.min(5, refused);
      const after = { address: HERE, since, refused, wrong, throttled: refused - wrong, busy: 0 };
      return { action: 'SIGN_IN_REFUSED', entityId: id, after };
    };
    expect(await linesSince(before)).toEqual([line(1), line(10), line(100), line(120)]);
    await closeRefusals(db, clock, true);
    expect(await linesSince(before)).toHaveLength(4);
  });

  it('is not filled from ever new addresses either', async () => {
    const before = await head();
    for (let n = 0; n < 450; n += 1) {
      const address = `10.0.${n >> 8}.${n & 255}`;
      await countRefusal(db, { accountId: null, address, why: 'wrong' }, clock);
    }
    clock.at += 15 * MINUTE;
    await closeRefusals(db, clock);
    const lines = await linesSince(before);
    // 200 addresses, the 1st, 10th and 100th of the further ones, and their final count.
    expect(lines).toHaveLength(204);
    expect(lines.at(-1)?.after).toMatchObject({ address: 'further addresses', refused: 250 });
  });
});

describe('a flood while lines cannot be written', () => {
  it('is answered at once, and takes one connection', async () => {
    const before = await head();
    const holder = await db.pool.connect();
    await holder.query('select pg_advisory_lock($1)', [AUDIT_LOCK]);
    const busy = Array.from({ length: 100 }, (_, n) =>
      countRefusal(db, { accountId: null, address: `10.9.0.${n}`, why: 'busy' }, clock),
    );
    await Promise.all(busy);
    await expect.poll(() => db.pool.totalCount - db.pool.idleCount).toBe(2);
    expect(db.pool.waitingCount).toBe(0);
    await holder.query('select pg_advisory_unlock($1)', [AUDIT_LOCK]);
    holder.release();
    await closeRefusals(db, clock);
    expect(await linesSince(before)).toHaveLength(100);
  });
});

describe('the work of checking passwords', () => {
  it('is bounded: strangers one at a time, known devices beside and before them, the rest told at once', async () => {
    const open: (() => void)[] = [];
    const started: string[] = [];
    const come = (who: string, address: string, known: boolean) =>
      takeTurn({ address, known }, () => {
        started.push(who);
        return new Promise<string>((done) => open.push(() => done(who)));
      });
    const strangers = Array.from({ length: 60 }, (_, n) => come(`stranger-${n}`, `10.0.0.${n}`, false));
    expect(started).toEqual(['stranger-0']);
    const refused = await Promise.all(strangers.slice(41));
    expect(refused).toEqual(Array(19).fill(null));

    const known = [come('known-0', HERE, true), come('known-1', HERE, true)];
    expect(started).toEqual(['stranger-0', 'known-0']);
    open.shift()?.();
    await strangers[0];
    expect(started).toEqual(['stranger-0', 'known-0', 'known-1']);

    const left = Promise.all([...strangers.slice(1, 41), ...known]);
    let ended = false;
    void left.then(() => {
      ended = true;
    });
    while (!ended) {
      open.shift()?.();
      await new Promise((go) => setImmediate(go));
    }
    expect(started).toHaveLength(43);
  });

  it('is not taken up by one address: eight wait at most', async () => {
    const one = Array.from({ length: 20 }, () => outcome({ name: 'nobody', password: 'x', address: HERE }));
    const two = outcome({ name: 'nobody', password: 'x', address: '203.0.113.9' });
    const outcomes = await Promise.all(one);
    expect(outcomes.filter((said) => said === 'busy')).toHaveLength(11);
    expect(await two).toBe('wrong');
  });
});
