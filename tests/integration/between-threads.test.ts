import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { act } from '@/server/acts/act';
import { createKey } from '@/server/auth/create-key';
import { viewerOfSession } from '@/server/auth/session';
import { verifiedKey, verifyKey } from '@/server/auth/verify-key';
import { systemViewer } from '@/server/auth/viewer';
import { joinThread } from '@/server/between-threads';
import { systemClock } from '@/server/clock/clock';
import type { Database } from '@/server/db/connect';
import { peopleAt } from '@/server/service-context';
import { freshDatabase } from './fresh-database';
import { clock, MINUTE, signedIn, storeDivisions } from './people';

let db: Database;
/** The other thread's end. */
let other: MessageChannel['port2'];
beforeAll(async () => {
  db = await freshDatabase();
  await storeDivisions(db);
});
afterAll(async () => {
  other.close();
  await db.close();
});
beforeEach(() => {
  clock.at += 60 * MINUTE;
  const { port1, port2 } = new MessageChannel();
  joinThread(port1);
  other?.close();
  other = port2;
});

it('a session that the other thread has ended ends here at the next request', async () => {
  const { sessionId, id } = await signedIn(db, 'STAFF');
  expect(await viewerOfSession(db, sessionId, clock)).not.toBeNull();
  await db.prisma.staffSession.update({ where: { id: sessionId }, data: { endedAt: new Date(clock.at) } });
  // It was asked for within two seconds, so it stands until somebody says otherwise.
  expect(await viewerOfSession(db, sessionId, clock)).not.toBeNull();
  other.postMessage({ topic: 'forget-sessions', said: { userId: id } });
  expect(await viewerOfSession(db, sessionId, clock)).toBeNull();
});

it('one that the database could not be told of is left here too', async () => {
  const { sessionId } = await signedIn(db, 'STAFF');
  other.postMessage({ topic: 'leave-session', said: sessionId });
  expect(await viewerOfSession(db, sessionId, clock)).toBeNull();
});

it('what was asked for before it was forgotten is not kept after it', async () => {
  const { sessionId, id } = await signedIn(db, 'STAFF');
  clock.at += MINUTE;
  const client = await db.pool.connect();
  // The question waits behind this lock; meanwhile the account is switched off elsewhere and the other thread says so.
  await client.query('begin');
  await client.query('lock table staff_session in access exclusive mode');
  const asking = viewerOfSession(db, sessionId, clock);
  other.postMessage({ topic: 'forget-sessions', said: { userId: id } });
  await client.query('rollback');
  client.release();
  await asking;
  await db.prisma.staffSession.update({ where: { id: sessionId }, data: { endedAt: new Date(clock.at) } });
  expect(await viewerOfSession(db, sessionId, clock)).toBeNull();
});

it('keys made and revoked there act here at once, also where a key was checked a moment ago', async () => {
  const given = { name: 'engine', scopes: ['lookup:read'] as const };
  const { secret } = await act(peopleAt(db, systemClock), systemViewer('test'), createKey, {
    ...given,
    scopes: [...given.scopes],
  });
  expect(await verifyKey(db, secret, clock)).not.toBeNull();
  expect(verifiedKey(db, secret, clock)).toBeDefined();
  await db.prisma.apiKey.updateMany({ data: { revokedAt: new Date() } });
  other.postMessage({ topic: 'forget-keys' });
  expect(verifiedKey(db, secret, clock)).toBeUndefined();
  expect(await verifyKey(db, secret, clock)).toBeNull();
});
