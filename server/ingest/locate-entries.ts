import type { EntryPlace } from '@/domain/list/planned';
import type { ListEntry } from '@/domain/list/types';
import type { DivisionBook } from './division-book';

/**
 * Where every entry of a list lies: its path resolved, then refined by the street or zone its place begins with.
 * @returns one place an entry, in the order given
 */
export function locateEntries(book: DivisionBook, entries: readonly ListEntry[]): EntryPlace[] {
  return entries.map(({ province, city, county, place }) => {
    const path = book.resolver.resolve({ province, city, county });
    if (path.division === null) return { code: null, resolved: false };
    const { division, why } = book.resolver.refine(path.division, place);
    return { code: division, resolved: path.status === 'RESOLVED' || why === 'FINER' };
  });
}
