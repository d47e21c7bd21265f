import { StringDecoder } from 'node:string_decoder';
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
    // Lines are cut here: a line reader that hands them out one by one costs as much as the index.
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for await (const bytes of client.query(copyTo(COPY))) {
      const text = rest + decoder.write(bytes as Buffer);
      let start = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        builder.add(divisionOf(text.slice(start, end)));
        start = end + 1;
      }
      rest = text.slice(start);
    }
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
