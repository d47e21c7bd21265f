import { within } from '@/server/db/patience';

/** A list is compared with all that stands; that may take longer than a page. */
const LIST_PATIENCE_MS = 120_000;

/** Run what compares a list, with two minutes of the database for all its queries together. */
export function withListPatience<T>(work: () => T): T {
  return within(LIST_PATIENCE_MS, work);
}
