import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditLine } from '@/domain/record/audit-line';
import type { ChangeEvent } from '@/domain/record/change-event';
import { verifyAuditChain } from '@/server/audit/verify-chain';
import { type Database, openDatabase } from '@/server/db/connect';
import { transact } from '@/server/db/transact';
import { freshDatabase } from './fresh-database';
import { holdCommits, waiting } from './held-commit';

let db: Database;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const event = (subject: string): ChangeEvent => ({
  type: 'fengqu.area-evidence.changed.v1',
  subject,
  effectiveAt: 0,
  data: {
    ...{ areaId: subject, divisionCode: null, path: [], name: subject, aliases: [], drill: false },
    ...{ evidence: 'INFECTION', recordedAt: new Date(0).toISOString(), basisChanged: false },
  },
});
const clockAt = (at: number) => ({ now: () => at, drill: false });
const append = (on: Database, subject: string, at = 0) =>
  transact({ db: on, clock: clockAt(at) }, 'recording', 'test', async () => ({
    result: null,
    changes: [event(subject)],
    audit: [],
  }));
const log = async () => {
  const rows = await db.prisma.changeLog.findMany({ orderBy: { seq: 'asc' } });
  return rows.map(({ seq, subject }) => [Number(seq), subject]);
};

describe('the change log', () => {
  it('shows a reader nothing of a later transaction while an earlier one stands between append and commit', async () => {
    const other = openDatabase(db.url);
    const held = await holdCommits(db, 'appended first');
    const first = append(db, 'appended first');
    await Promise.race([held.standing(1), first]);
    let overtaken = false;
    const second = append(other, 'appended second').then(() => {
      overtaken = true;
    });
    // It waits for the first, or has passed it: either is a state, and only one is right.
    await Promise.race([second, waiting(db, 2)]);
    const readBetween = await log();
    await held.release();
    await Promise.all([first, second]);
    await other.close();

    expect(readBetween).toEqual([]);
    expect(overtaken).toBe(true);
    expect(await log()).toEqual([
      [1, 'appended first'],
      [2, 'appended second'],
    ]);
  });

  it('keeps nothing of a transaction that fails', async () => {
    const before = await db.prisma.changeLog.count();
    const failing = transact({ db, clock: clockAt(0) }, 'recording', 'test', async () => {
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

  it('records each at a later instant than the one before, also when the machine’s clock steps back', async () => {
    const noon = Date.UTC(2022, 11, 1, 4);
    for (const at of [noon, noon - 3_600_000, noon, noon + 5]) await append(db, 'stepping', at);
    const rows = await db.prisma.changeLog.findMany({
      where: { subject: 'stepping' },
      orderBy: { seq: 'asc' },
    });
    expect(rows.map(({ recordedAt }) => recordedAt.getTime() - noon)).toEqual([0, 1, 2, 5]);
  });
});

describe('the audit trail', () => {
  it('chains every row to the one before it, and a forged row breaks the chain', async () => {
    const line = (entityId: string): AuditLine => {
      return { action: 'PASSWORD_SET', entity: 'account', entityId, reason: 'because' };
    };
    const audited = (...ids: string[]) =>
      transact({ db, clock: clockAt(1_000) }, 'recording', 'someone', async () => ({
        result: null,
        changes: [],
        audit: ids.map(line),
      }));
    await audited('a', 'b');
    await audited('c');
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
