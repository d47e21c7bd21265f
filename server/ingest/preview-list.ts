import { z } from 'zod';
import { may } from '@/domain/access/capabilities';
import type { EntryPlace } from '@/domain/list/planned';
import { summarizeList } from '@/domain/list/summary';
import type { ListEntry } from '@/domain/list/types';
import type { Viewer } from '@/server/auth/viewer';
import { notFound } from '@/server/errors';
import type { ServiceContext } from '@/server/service-context';
import { type DivisionBook, divisionBook } from './division-book';
import { type ListAuthority, listAuthority, NATIONAL_AUTHORITY } from './list-authority';
import type { ListPlan, PreparedList } from './list-plan';
import { planList } from './plan-list';
import { readList } from './read-list';

/** A file offered for import. */
export interface ListFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Id of the authority that published it; the national list when left out. */
  readonly authority?: string;
}

/** The dry run of one file. Hand it to `applyList` as it is: it holds what the officer saw. */
export interface ListPreview {
  readonly prepared: PreparedList;
  readonly plan: ListPlan;
}

/** A preview as an input of a verb: made by `previewList` in this process, never read from outside. */
export const madePreview = z.custom<ListPreview>((given) => typeof given === 'object' && given !== null);

/**
 * Dry run: what importing this file would do, and why. Changes nothing.
 * A list states what another authority decided about the whole nation, so any officer may import it, whatever the
 * division they command.
 * @throws Problem not-found for other roles; invalid-input naming the place in a malformed file.
 */
export async function previewList(
  context: Pick<ServiceContext, 'db' | 'clock'>,
  viewer: Viewer,
  file: ListFile,
): Promise<ListPreview> {
  assertMayImport(viewer);
  const authority = await listAuthority(context.db, file.authority ?? NATIONAL_AUTHORITY.id);
  const book = await divisionBook(context.db);
  const prepared = prepareList(book, authority, file);
  const plan = await planList(context.db.prisma, book, prepared, context.clock.now());
  return { prepared, plan };
}

/** @throws Problem not-found unless the viewer may import lists. */
export function assertMayImport(viewer: Viewer): void {
  if (!may(viewer, 'import-offer')) throw notFound('The import of lists');
}

function prepareList(book: DivisionBook, authority: ListAuthority, file: ListFile): PreparedList {
  const read = readList(book, file.bytes, file.fileName);
  const places = new Map<ListEntry, EntryPlace>();
  const located = locateEntries(book, read.list.entries);
  read.list.entries.forEach((entry, index) => {
    const place = located[index];
    if (place) places.set(entry, place);
  });
  return { ...read, authority, summary: summarizeList(read.list), places };
}

/**
 * Where every entry of a list lies: its path resolved, then refined by the street or zone its place begins with.
 * @returns one place an entry, in the order given
 */
function locateEntries(book: DivisionBook, entries: readonly ListEntry[]): EntryPlace[] {
  return entries.map(({ province, city, county, place }) => {
    const path = book.resolver.resolve({ province, city, county });
    if (path.division === null) return { code: null, resolved: false };
    const { division, why } = book.resolver.refine(path.division, place);
    return { code: division, resolved: path.status === 'RESOLVED' || why === 'FINER' };
  });
}
