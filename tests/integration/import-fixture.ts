import { act } from '@/server/acts/act';
import type { Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { type ApplyOutcome, applyList } from '@/server/ingest/apply-list';
import { confirmHeldList } from '@/server/ingest/confirm-held-list';
import { type ListPreview, previewList } from '@/server/ingest/preview-list';
import type { ServiceContext } from '@/server/service-context';

/** Keeps the national list: the whole nation is in reach. */
export const officer: Viewer = {
  kind: 'person',
  id: 'o',
  displayName: '值班员甲',
  role: 'OFFICER',
  scope: '',
};
/** Confirms what `officer` offered. */
export const second: Viewer = { ...officer, id: 'o2', displayName: '值班员乙' };
/** Commands 潍坊市 and no other ground. */
export const ofWeifang: Viewer = { ...officer, id: 'w', displayName: '值班员丙', scope: '370000/370700/' };
export const press: Viewer = { ...officer, id: 'p', role: 'PRESS' };

export const beijing = (text: string): number => Date.parse(`${text}+08:00`);

export function contextAt(db: Database, hour: string): ServiceContext {
  const now = beijing(hour);
  return { db, clock: { now: () => now, drill: false }, downgrade: { request: async () => undefined } };
}

/** Lines such as `山东省 潍坊市 寒亭区|元和新城1号楼`. */
export interface TypedList {
  hour: string;
  high?: string[];
  medium?: string[];
  low?: string[];
}

/** A list in the national form. */
export function nationalBytes({ hour, high = [], medium = [], low = [] }: TypedList): Uint8Array {
  const groups = (lines: string[]) =>
    lines.map((line) => {
      const [path = '', place = ''] = line.split('|');
      const [province = '', city = '', county = ''] = path.split(' ');
      return { type: '2', province, city, county, area_name: path, communitys: [place] };
    });
  const data = {
    end_update_time: hour,
    hcount: high.length,
    mcount: medium.length,
    lcount: low.length,
    highlist: groups(high),
    middlelist: groups(medium),
    lowlist: groups(low),
  };
  return new TextEncoder().encode(JSON.stringify({ data, code: 0, msg: '' }));
}

export function preview(
  context: ServiceContext,
  list: TypedList,
  fileName = 'list.json',
): Promise<ListPreview> {
  return previewList(context, officer, { bytes: nationalBytes(list), fileName });
}

/** Apply a list. @param reason with which a second person confirms it when it is held. */
export async function imported(
  context: ServiceContext,
  list: TypedList,
  reason?: string,
): Promise<ApplyOutcome> {
  return appliedAs(context, await preview(context, list), reason);
}

export async function appliedAs(
  context: ServiceContext,
  seen: ListPreview,
  reason?: string,
): Promise<ApplyOutcome> {
  const outcome = await act(context, officer, applyList, { preview: seen });
  if (outcome.status !== 'HELD' || reason === undefined) return outcome;
  return act(context, second, confirmHeldList, { importId: outcome.importId, reason });
}

/** What stands under the national list now: name → level. */
export async function nationalLevels(db: Database): Promise<Record<string, string>> {
  const rows = await db.prisma.designation.findMany({
    where: { recordedTo: null, validTo: null, area: { authorityId: 'national' } },
    include: { area: true },
  });
  return Object.fromEntries(rows.map((row) => [row.area.name, row.level]));
}

export async function nationalArea(db: Database, name: string) {
  return db.prisma.area.findFirstOrThrow({
    where: { authorityId: 'national', name },
    include: {
      designations: { orderBy: [{ validFrom: 'asc' }, { recordedFrom: 'asc' }] },
      versions: { orderBy: { validFrom: { sort: 'asc', nulls: 'first' } } },
    },
  });
}

/** How many rows each table that an import may touch holds. */
export async function rowCounts(db: Database): Promise<number[]> {
  const { prisma } = db;
  return Promise.all([
    prisma.area.count(),
    prisma.designation.count(),
    prisma.changeLog.count(),
    prisma.auditEntry.count(),
    prisma.listImport.count(),
  ]);
}
