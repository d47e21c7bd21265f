import type pg from 'pg';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import type { Database } from '@/server/db/connect';

/** What of a part is to be changed in a snapshot. */
export interface PartChange<Row> {
  /** As recorded now: to be added, or to replace what the snapshot holds of the same subjects. */
  readonly rows: readonly Row[];
  /** Subjects of which nothing is recorded any more: to be removed. */
  readonly gone: readonly string[];
  /** Log cursor the new snapshot reflects. */
  readonly version: number;
  /** Instant (epoch ms) for which it is evaluated. */
  readonly at: number;
}

/** One kind of thing the look-up knows: which events tell of it, how it is read, and where it stands in a snapshot. */
export interface PartDefinition<Row> {
  readonly name: string;
  /**
   * Types of change events whose subject is of this part: after one its subject is read anew. Empty for what no event tells
   * of; that is read whole at every look.
   */
  readonly events: readonly string[];
  /** What is recorded of some subjects now; null for all. A subject that is asked for and not answered is gone. */
  readonly read: (db: Database, subjects: readonly string[] | null, at: number) => Promise<readonly Row[]>;
  readonly subjectOf: (row: Row) => string;
  /** The snapshot with a change taken in; the given one stays as it is. */
  readonly put: (index: AreaIndex, change: PartChange<Row>) => AreaIndex;
  /** Where a snapshot is not what the database holds at its version, as codes or ids; null where nothing can differ. */
  readonly differences: ((client: pg.ClientBase, index: AreaIndex) => Promise<readonly string[]>) | null;
}

/** How to bring a snapshot up to what was read. */
export type Put = (index: AreaIndex, version: number, at: number) => AreaIndex;

/** A part as the registry holds it: its rows are its own affair. */
export interface IndexPart extends Pick<PartDefinition<never>, 'name' | 'events' | 'differences'> {
  /** Read these subjects, or all of them for null. */
  readonly read: (db: Database, subjects: readonly string[] | null, at: number) => Promise<Put>;
}

/** A part of the look-up index, ready for the registry (`index-parts.ts`). */
export function indexPart<Row>(definition: PartDefinition<Row>): IndexPart {
  const { name, events, differences, read, subjectOf, put } = definition;
  return {
    name,
    events,
    differences,
    read: async (db, subjects, readAt) => {
      const rows = subjects?.length === 0 ? [] : await read(db, subjects, readAt);
      const found = new Set(rows.map(subjectOf));
      const gone = (subjects ?? []).filter((subject) => !found.has(subject));
      return (index, version, at) => put(index, { rows, gone, version, at });
    },
  };
}
