import { act } from '@/server/acts/act';
import { createAccount } from '@/server/auth/create-account';
import { viewerOfSession } from '@/server/auth/session';
import { signIn } from '@/server/auth/sign-in';
import { systemViewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { peopleAt } from '@/server/service-context';

export const WEIFANG = '370700';
export const RIGHT = 'right password';
export const MINUTE = 60_000;
export const reason = 'a duty roster';
export const console = systemViewer('console');

/** Real time as the services see it; moved by tests. */
export const clock = { drill: false, at: Date.UTC(2022, 11, 1, 1), now: () => clock.at };

/** 山东省 with 潍坊市 and 济南市. */
export async function storeDivisions(db: Database): Promise<void> {
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
}

let made = 0;

/** An account with the password RIGHT. */
export async function account(db: Database, role: string, divisionCode: string | null = null) {
  made += 1;
  const name = `person-${made}`;
  const given = { name, displayName: `Person ${made}`, password: RIGHT, role, divisionCode };
  const { id } = await act(peopleAt(db, clock), console, createAccount, given);
  return { name, id };
}

/** A session of the account. */
export async function sessionOf(db: Database, name: string): Promise<string> {
  const done = await signIn(db, { name, password: RIGHT }, clock);
  if (done.outcome !== 'signed-in') throw new Error(`not signed in: ${done.outcome}`);
  return done.sessionId;
}

/** A new account, signed in. */
export async function signedIn(db: Database, role: string, divisionCode: string | null = null) {
  const person = await account(db, role, divisionCode);
  const sessionId = await sessionOf(db, person.name);
  const viewer = await viewerOfSession(db, sessionId, clock);
  if (!viewer) throw new Error('no viewer');
  return { ...person, sessionId, viewer };
}

/** The actions recorded for an account or key, oldest first. */
export async function auditOf(db: Database, entityId: string): Promise<string[]> {
  const rows = await db.prisma.auditEntry.findMany({ where: { entityId }, orderBy: { seq: 'asc' } });
  return rows.map((row) => row.action);
}
