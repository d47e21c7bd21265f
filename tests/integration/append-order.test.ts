import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAuditChain } from '@/server/audit/verify-chain';
import type { Database } from '@/server/db/connect';
import { type ChangeEvent, transact } from '@/server/db/transact';
import { freshDatabase } from './fresh-database';

let db: Database;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const event = (subject: string): ChangeEvent => ({
  type: 'fengqu.area-status.changed.v1',
  subject,
  effectiveAt: 0,
  data: { subject },
});

describe('the change log', () => {
  it('numbers a transaction that began first but commits last after the one that committed before it', async () => {
    let letFirstFinish = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letFirstFinish = resolve;
    });
    let firstHasBegun = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      firstHasBegun = resolve;
    });
    const first = transact(db, 0, 'test', async (tx) => {
      await tx.$queryRaw`select txid_current()::text`;
      firstHasBegun();
      await held;
      return { result: null, changes: [event('began first')], audit: [] };
    });
    await begun;
    await transact(db, 0, 'test', async () => ({
      result: null,
      changes: [event('committed first')],
      audit: [],
    }));
    const seenByAReader = await db.prisma.changeLog.findMany({ orderBy: { seq: 'asc' } });
    letFirstFinish();
    await first;
    const after = await db.prisma.changeLog.findMany({ orderBy: { seq: 'asc' } });

    expect(seenByAReader.map((row) => row.subject)).toEqual(['committed first']);
    expect(after.map((row) => row.subject)).toEqual(['committed first', 'began first']);
    expect(after.map((row) => row.seq)).toEqual([1n, 2n]);
  });

  it('keeps nothing of a transaction that fails', async () => {
    const before = await db.prisma.changeLog.count();
    const failing = transact(db, 0, 'test', async () => {
      throw new Error('the service refused');
    });
    await expect(failing).rejects.toThrow('the service refused');
    expect(await db.prisma.changeLog.count()).toBe(before);
  });

  it('refuses to change or delete a line', async () => {
    await expect(db.pool.query("update change_log set type = 'x'")).rejects.toThrow('append-only');
    await expect(db.pool.query('delete from change_log')).rejects.toThrow('append-only');
    await expect(db.pool.query('truncate change_log')).rejects.toThrow('append-only');
  });
});

describe('the audit trail', () => {
  it('chains every row to the one before it, and a forged row breaks the chain', async () => {
    const line = (entityId: string) => ({ action: 'TEST', entity: 'area', entityId, reason: 'because' });
    await transact(db, 1_000, 'someone', async () => ({
      result: null,
      changes: [],
      audit: [line('a'), line('b')],
    }));
    await transact(db, 2_000, 'someone', async () => ({ result: null, changes: [], audit: [line('c')] }));
    const rows = await db.prisma.auditEntry.findMany({ orderBy: { seq: 'asc' } });
    expect(rows.map((row) => row.entityId)).toEqual(['a', 'b', 'c']);
    expect(new Set(rows.map((row) => row.hash)).size).toBe(3);
    expect(await verifyAuditChain(db)).toEqual({ rows: 3, brokenAt: null });

    await db.pool.query('alter table audit_entry disable trigger user');
    await db.pool.query("update audit_entry set reason = 'forged' where entity_id = 'b'");
    await db.pool.query('alter table audit_entry enable trigger user');
    expect(await verifyAuditChain(db)).toEqual({ rows: 3, brokenAt: 2 });

    await db.pool.query('alter table audit_entry disable trigger user');
    await db.pool.query("delete from audit_entry where entity_id = 'a'");
    await db.pool.query('alter table audit_entry enable trigger user');
    expect(await verifyAuditChain(db)).toEqual({ rows: 2, brokenAt: 2 });
  });
});
