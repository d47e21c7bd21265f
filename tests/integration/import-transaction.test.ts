import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditLine } from '@/domain/record/audit-line';
import type { Database } from '@/server/db/connect';
import { transact } from '@/server/db/transact';
import { freshDatabase } from './fresh-database';

let db: Database;
const clock = { now: () => Date.parse('2022-12-01T09:00:00+08:00'), drill: false };
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const audit: AuditLine[] = [{ action: 'PASSWORD_SET', entity: 'account', entityId: '1', reason: '' }];

describe('a transaction over many rows', () => {
  it('stores all it was asked for, with its audit line', async () => {
    await transact({ db, clock }, 'rows', 'o', async (tx) => {
      await tx.$executeRaw`insert into authority (id, name_zh, name_en, own) values (${'a'}, ${'甲'}, ${'A'}, ${false})`;
      return { result: undefined, changes: [], audit };
    });
    expect(await db.prisma.authority.findMany()).toEqual([
      { id: 'a', nameZh: '甲', nameEn: 'A', own: false },
    ]);
    expect(await db.prisma.auditEntry.count()).toBe(1);
  });

  it('never runs a statement that was asked for ahead of one that fails', async () => {
    const attempt = transact({ db, clock }, 'rows', 'o', async (tx) => {
      const fails = Promise.resolve(tx.$executeRaw`insert into authority (id) values (${'b'})`);
      const ahead = Promise.resolve(
        tx.$executeRaw`insert into authority (id, name_zh, name_en) values (${'c'}, ${'丙'}, ${'C'})`,
      );
      ahead.catch(() => undefined);
      await fails;
      return { result: undefined, changes: [], audit };
    });
    await expect(attempt).rejects.toThrow(/null value/);
    expect((await db.prisma.authority.findMany()).map(({ id }) => id)).toEqual(['a']);
    expect(await db.prisma.auditEntry.count()).toBe(1);
  });
});
