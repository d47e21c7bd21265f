import { uuidv7 } from 'uuidv7';
import { hashPassword } from '@/server/auth/password';
import type { Database } from '@/server/db/connect';
import type { DemoAccount } from './scenario';

/**
 * The four roles of a drill in one prefecture, and whoever keeps the national list. Administrator and list keeper see
 * the whole nation: one offers a list, the other confirms it when it is held.
 */
export function drillAccounts(prefecture: string): DemoAccount[] {
  const password = 'fengqu-drill-2022';
  return [
    { name: 'admin', password, displayName: '系统管理员', role: 'ADMIN', divisionCode: null },
    { name: 'officer', password, displayName: '值班员甲', role: 'OFFICER', divisionCode: prefecture },
    { name: 'lists', password, displayName: '名单专员', role: 'OFFICER', divisionCode: null },
    { name: 'staff', password, displayName: '健康码专员', role: 'STAFF', divisionCode: prefecture },
    { name: 'press', password, displayName: '新闻发布员', role: 'PRESS', divisionCode: prefecture },
  ];
}

/** Store the accounts that are not there yet. */
export async function storeAccounts(db: Database, accounts: readonly DemoAccount[]): Promise<void> {
  for (const { password, ...account } of accounts) {
    if (await db.prisma.userAccount.findUnique({ where: { name: account.name } })) continue;
    const passwordHash = await hashPassword(password);
    await db.prisma.userAccount.create({
      data: { ...account, id: uuidv7(), passwordHash, createdAt: new Date() },
    });
  }
}
