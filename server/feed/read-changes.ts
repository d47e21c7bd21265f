import type { Database } from '@/server/db/connect';
import { Problem } from '@/server/errors';

/** One CloudEvents 1.0 event in JSON form. `id` is the log sequence, `subject` the area id. */
export interface CloudEvent {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  subject: string;
  time: string;
  datacontenttype: 'application/json';
  data: unknown;
}

/** Events in commit order, where to go on, and whether more stand there already. */
export interface ChangePage {
  events: CloudEvent[];
  next: string;
  hasMore: boolean;
}

interface Row {
  seq: string;
  type: string;
  subject: string;
  recorded: Date;
  data: unknown;
}

/**
 * Events after a cursor, oldest first.
 * @param after the last sequence number the reader has seen; 0 reads from the beginning.
 * @param source the deployment's address, as the events' CloudEvents source.
 * @throws Problem cursor-gone for a cursor the log has never reached (another deployment's, or a restored database), and
 * for one whose next event is no longer kept.
 */
export async function readChanges(
  db: Database,
  source: string,
  after: number,
  limit: number,
): Promise<ChangePage> {
  const { rows } = await db.pool.query<Row>(
    `select seq, type, subject, recorded_at as recorded, data from change_log where seq > $1 order by seq limit $2`,
    [after, limit + 1],
  );
  // Sequence numbers have no gaps: the reader's next event is the one right behind the cursor.
  const first = rows[0];
  if (first ? Number(first.seq) !== after + 1 : after > 0 && !(await isLast(db, after))) {
    throw new Problem('cursor-gone', 'This cursor is unknown here; begin again from a snapshot.', [], {
      snapshot: '/api/v1/snapshot',
    });
  }
  const page = rows.slice(0, limit);
  const events = page.map(
    (row): CloudEvent => ({
      specversion: '1.0',
      id: row.seq,
      source,
      type: row.type,
      subject: row.subject,
      time: row.recorded.toISOString(),
      datacontenttype: 'application/json',
      data: row.data,
    }),
  );
  return { events, next: page.at(-1)?.seq ?? String(after), hasMore: rows.length > limit };
}

async function isLast(db: Database, seq: number): Promise<boolean> {
  const { rows } = await db.pool.query('select 1 from change_log where seq >= $1 limit 1', [seq]);
  return rows.length > 0;
}
