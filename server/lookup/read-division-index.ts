import { createInterface } from 'node:readline';
import { to as copyTo } from 'pg-copy-streams';
import type { Division, DivisionCode, DivisionKind } from '@/domain/division/types';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import { DivisionIndexBuilder } from '@/domain/lookup/division/division-index-builder';
import type { Database } from '@/server/db/connect';

/** Joins lists inside a COPY column; no name holds it. */
const UNIT = '\u001f';

const COPY = `copy (
  select code, kind, coalesce(parent_code, ''), name, short_name, array_to_string(aliases, '${UNIT}'), pinyin, initials,
         coalesce(valid_from::text, ''), coalesce(valid_to::text, ''), array_to_string(successors, '${UNIT}'),
         array_to_string("overlaps", '${UNIT}')
  from division) to stdout`;

/** The index over all divisions of the database: some 665,000 rows, streamed so that no row outlives its reading. */
export async function readDivisionIndex(db: Database): Promise<DivisionIndex> {
  const builder = new DivisionIndexBuilder();
  const client = await db.pool.connect();
  try {
    const lines = createInterface({ input: client.query(copyTo(COPY)), crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) builder.add(divisionOf(line));
  } finally {
    client.release();
  }
  return builder.build();
}

function divisionOf(line: string): Division {
  const [
    code = '',
    kind = '',
    parent,
    name = '',
    shortName = '',
    aliases,
    pinyin = '',
    initials = '',
    ...rest
  ] = line.split('\t');
  const [validFrom, validTo, successors, overlaps] = rest;
  return {
    code: code as DivisionCode,
    kind: kind as DivisionKind,
    parent: parent ? (parent as DivisionCode) : null,
    name,
    shortName,
    aliases: listOf(aliases),
    pinyin,
    initials,
    validFrom: validFrom || null,
    validTo: validTo || null,
    successors: listOf(successors) as DivisionCode[],
    overlaps: listOf(overlaps) as DivisionCode[],
  };
}

const listOf = (text: string | undefined): string[] => (text ? text.split(UNIT) : []);
