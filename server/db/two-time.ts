import { uuidv7 } from 'uuidv7';
import { Problem } from '@/server/errors';
import {
  type AreaVersion,
  type Designation,
  type Infection,
  Prisma,
  type RowClosing,
  type Screening,
} from './generated/client';
import type { RawTransaction } from './transaction';

/** A row as it is written: anything may stand in a column of JSON. */
type Written<Row> = { [Key in keyof Row]: Prisma.JsonValue extends Row[Key] ? unknown : Row[Key] };

/** The tables in two times, and what one row of each says. The database refuses every other change of their rows. */
interface Tables {
  area_version: Written<AreaVersion>;
  designation: Written<Designation>;
  infection: Written<Infection>;
  screening: Written<Screening>;
}

/** What this module alone writes. */
type Managed =
  | 'id'
  | 'recordedFrom'
  | 'recordedTo'
  | 'supersedesId'
  | 'actorId'
  | 'closedAs'
  | 'closedBy'
  | 'closedReason';
type Nullable<Row> = { [Key in keyof Row]: null extends Row[Key] ? Key : never }[keyof Row];

/** A row to add; what may be empty may be left out. `id` when its sender chose one. */
type NewRow<Row> = Omit<Row, Managed | Nullable<Row>> & Partial<Omit<Pick<Row, Nullable<Row>>, Managed>>;
type Added<Row> = NewRow<Row> & { id?: string };

/** Who records something, at which recorded instant (epoch ms). */
export interface Recording {
  readonly actorId: string;
  readonly at: number;
}

/** A row that is held true and will be no longer. */
interface Closed {
  readonly id: string;
  readonly reason: string;
}

/** A row that others take the place of, each the same but for what changes in it. */
interface Replaced<Row> extends Closed {
  readonly by: readonly (Partial<NewRow<Row>> & { id?: string })[];
}

/** Tables whose rows hold over a span of valid time. One that would end where it begins never held and is not added. */
const SPANS: Readonly<Record<keyof Tables, boolean>> = {
  area_version: true,
  designation: true,
  infection: false,
  screening: false,
};

const COLUMNS: Readonly<Record<keyof Tables, readonly string[]>> = {
  area_version: Object.keys(Prisma.AreaVersionScalarFieldEnum).map(columnOf),
  designation: Object.keys(Prisma.DesignationScalarFieldEnum).map(columnOf),
  infection: Object.keys(Prisma.InfectionScalarFieldEnum).map(columnOf),
  screening: Object.keys(Prisma.ScreeningScalarFieldEnum).map(columnOf),
};
/** What a row that takes the place of another does not take over from it. */
const CLOSING = ['recorded_from', 'actor_id', 'recorded_to', 'closed_as', 'closed_by', 'closed_reason'];

/**
 * Add rows that are held true from now on, as many as there are, in one statement.
 * @param common what all of them share
 * @throws what the database refuses: two rows of one area that hold at once (23P01), figures that cannot be (23514).
 */
export async function addRows<Name extends keyof Tables, Common extends Partial<Added<Tables[Name]>>>(
  tx: RawTransaction,
  table: Name,
  rows: readonly (Omit<Added<Tables[Name]>, keyof Common> & Partial<Added<Tables[Name]>>)[],
  common: Common,
  { actorId, at }: Recording,
): Promise<void> {
  if (rows.length === 0) return;
  const shared = asColumns({ ...common, actorId, recordedFrom: new Date(at) });
  const lines = rows.map((row) => asColumns({ id: uuidv7(), ...row }));
  await tx.$executeRaw(
    ...statement(table)`
    insert into TABLE select fresh.* from jsonb_populate_recordset(
      jsonb_populate_record(null::TABLE, ${JSON.stringify(shared)}::jsonb), ${JSON.stringify(lines)}::jsonb) as fresh`,
  );
}

/**
 * Close rows: from now on they are not held true. What was known before stays to be read.
 * @throws Problem conflict when one of them is closed already; then nothing is stored.
 */
export async function closeRows(
  tx: RawTransaction,
  table: keyof Tables,
  rows: readonly Closed[],
  how: RowClosing,
  { actorId, at }: Recording,
): Promise<void> {
  if (rows.length === 0) return;
  const lines = JSON.stringify(rows.map(({ id, reason }) => ({ id, reason })));
  const closed = await tx.$executeRaw(
    ...statement(table)`
    update TABLE as held set recorded_to = ${new Date(at)}, closed_as = ${how}::row_closing, closed_by = ${actorId},
                             closed_reason = line.reason
    from jsonb_to_recordset(${lines}::jsonb) as line(id uuid, reason text)
    where held.id = line.id and held.recorded_to is null`,
  );
  if (closed !== rows.length) {
    throw new Problem(
      'conflict',
      'What was to be changed was changed by someone else in the meantime; look again.',
    );
  }
}

/**
 * Close rows and add those that take their places, each the same as the one it replaces but for its changes.
 * @throws as `closeRows` and `addRows` do.
 */
export async function replaceRows<Name extends keyof Tables>(
  tx: RawTransaction,
  table: Name,
  rows: readonly Replaced<Tables[Name]>[],
  how: RowClosing,
  recording: Recording,
): Promise<void> {
  if (rows.length === 0) return;
  await closeRows(tx, table, rows, how, recording);
  const lines = rows.flatMap(({ id, by }) =>
    by.map((changes) => asColumns({ id: uuidv7(), supersedesId: id, ...changes })),
  );
  for (const alike of withSameKeys(lines)) {
    const changed = new Set(Object.keys(alike[0] ?? {}));
    // What changes comes from the line, what does not from the row that was closed.
    const from = (column: string) => `${changed.has(column) ? 'line' : 'held'}.${column}`;
    const kept = COLUMNS[table].filter((column) => !CLOSING.includes(column));
    const ever = SPANS[table] ? `(${from('valid_to')} <= ${from('valid_from')}) is not true` : 'true';
    await tx.$executeRaw(
      ...statement(table, { KEPT: kept.join(', '), VALUES: kept.map(from).join(', '), EVER_HOLDS: ever })`
      insert into TABLE (recorded_from, actor_id, KEPT)
      select ${new Date(recording.at)}::timestamptz, ${recording.actorId}::text, VALUES
      from jsonb_populate_recordset(null::TABLE, ${JSON.stringify(alike)}::jsonb) as line
      join TABLE held on held.id = line.supersedes_id
      where EVER_HOLDS`,
    );
  }
}

type Line = Record<string, unknown>;

/** Lines that speak of the same columns together, in the order in which each kind is first met. */
function withSameKeys(lines: readonly Line[]): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const keys = Object.keys(line).join();
    const group = groups.get(keys);
    if (group) group.push(line);
    else groups.set(keys, [line]);
  }
  return [...groups.values()];
}

/** SQL: whether a row was held true at an instant of recorded time. @param row its name in the statement */
export const wasHeld = (row: string, knownAt: string): string =>
  `(${row}.recorded_from <= ${knownAt} and (${row}.recorded_to is null or ${row}.recorded_to > ${knownAt}))`;

/** SQL: whether what a row says holds at an instant of valid time. @param row its name in the statement */
export const holdsAt = (row: string, asOf: string): string =>
  `((${row}.valid_from is null or ${row}.valid_from <= ${asOf}) and (${row}.valid_to is null or ${row}.valid_to > ${asOf}))`;

/** A statement on one of the tables, for `$executeRaw`: names of tables and columns cannot be parameters. */
function statement(table: keyof Tables, names: Readonly<Record<string, string>> = {}) {
  return (strings: TemplateStringsArray, ...values: unknown[]): [TemplateStringsArray, ...unknown[]] => {
    const parts = strings.map((part) =>
      part.replaceAll(/\b[A-Z]+(?:_[A-Z]+)?\b/g, (word) =>
        word === 'TABLE' ? table : (names[word] ?? word),
      ),
    );
    return [Object.assign(parts, { raw: parts }), ...values];
  };
}

/** The column of a field. */
function columnOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const known = new Map<string, string>();

/** A row with the names of its columns, without what is left undefined. */
function asColumns(row: object): Line {
  const named: Line = {};
  for (const [field, value] of Object.entries(row)) {
    if (value === undefined) continue;
    let column = known.get(field);
    if (column === undefined) {
      column = columnOf(field);
      known.set(field, column);
    }
    named[column] = value;
  }
  return named;
}
