import type { DivisionCode } from '@/domain/division/types';
import type { DivisionDetail, DivisionIndex } from '@/domain/lookup/division/division-index';
import type { DivisionRows } from '@/domain/lookup/division/division-rows';
import { buildExactIndex, hashUnits } from '@/domain/lookup/division/exact-index';
import { linkDivisions } from '@/domain/lookup/division/link-divisions';
import { sortWithinKinds } from '@/domain/lookup/division/sort-within-kinds';
import { buildGramIndex, type Terms } from '@/domain/lookup/gram-index';
import { radixOrder } from '@/domain/lookup/radix-order';

const KIND_STEP = 2 ** 42;

/** Turn rows in any order into the index: rank order, links between levels, and the search structures. */
export function assembleDivisionIndex(rows: DivisionRows): DivisionIndex {
  const { order, duplicates } = rankOrder(rows);
  const size = order.length;
  const ordinalOfRow = new Map<number, number>();
  const needed = new Set([...rows.letterCodes.keys(), ...rows.details.keys()]);
  for (const extra of rows.extras) needed.add(extra.row);
  order.forEach((row, ordinal) => {
    if (needed.has(row)) ordinalOfRow.set(row, ordinal);
  });
  const kindStarts = new Uint32Array(7);
  for (const row of order) kindStarts[rows.kinds.at(row) + 1] = (kindStarts[rows.kinds.at(row) + 1] ?? 0) + 1;
  for (let kind = 1; kind <= 6; kind++)
    kindStarts[kind] = (kindStarts[kind] ?? 0) + (kindStarts[kind - 1] ?? 0);

  const letterCodes = new Map<number, DivisionCode>();
  const letterOrdinals = new Map<string, number>();
  for (const [row, code] of rows.letterCodes) {
    const ordinal = ordinalOfRow.get(row);
    if (ordinal === undefined) continue;
    letterCodes.set(ordinal, code);
    letterOrdinals.set(code, ordinal);
  }
  const codeKeys = Float64Array.from(order, (row) => rows.keys.at(row));
  const codeDigits = Uint8Array.from(order, (row) => rows.digits.at(row));
  const codes = { kindStarts, codeKeys, codeDigits, letterCodes, letterOrdinals };
  const links = linkDivisions(rows, order, codes);

  const extras = rows.extras.filter((extra) => ordinalOfRow.has(extra.row));
  const terms: Terms = {
    pool: rows.pool.take(),
    starts: new Uint32Array(size + extras.length),
    lengths: new Uint8Array(size + extras.length),
  };
  order.forEach((row, ordinal) => {
    terms.starts[ordinal] = rows.nameStarts.at(row);
    terms.lengths[ordinal] = rows.nameLengths.at(row);
  });
  extras.forEach((extra, i) => {
    terms.starts[size + i] = extra.start;
    terms.lengths[size + i] = extra.length;
  });
  const shortLengths = Uint8Array.from(order, (row) => rows.shortLengths.at(row));
  const latin = rows.latin.take();
  const latinStarts = Uint32Array.from(order, (row) => rows.latinStarts.at(row));
  const pinyinLengths = Uint8Array.from(order, (row) => rows.pinyinLengths.at(row));
  const initialsLengths = Uint8Array.from(order, (row) => rows.initialsLengths.at(row));
  const initialsStarts = latinStarts.map((start, i) => start + (pinyinLengths[i] ?? 0));
  const details = new Map<number, DivisionDetail>();
  for (const [row, detail] of rows.details) {
    const ordinal = ordinalOfRow.get(row);
    if (ordinal !== undefined) details.set(ordinal, detail);
  }
  return {
    size,
    ordinals: Uint32Array.from({ length: size }, (_, ordinal) => ordinal),
    ...codes,
    ...links,
    terms,
    shortLengths,
    extraOwners: Uint32Array.from(extras, (extra) => ordinalOfRow.get(extra.row) ?? 0),
    extraIsShort: Uint8Array.from(extras, (extra) => (extra.short ? 1 : 0)),
    latin,
    latinStarts,
    pinyinLengths,
    initialsLengths,
    byName: sortWithinKinds(kindStarts, terms.pool, terms.starts, terms.lengths, 'units'),
    byPinyin: sortWithinKinds(kindStarts, latin, latinStarts, pinyinLengths, 'latin'),
    byInitials: sortWithinKinds(kindStarts, latin, initialsStarts, initialsLengths, 'latin'),
    grams: buildGramIndex(terms),
    exact: exactIndexOf(terms, shortLengths),
    withdrawn: withdrawnFlags(size, details),
    details,
    writtenPaths: [],
    duplicates,
  };
}

function rankOrder(rows: DivisionRows): { order: Uint32Array; duplicates: string[] } {
  const all = Uint32Array.from({ length: rows.kinds.length }, (_, row) => row);
  const sorted = radixOrder(all, (row) => rows.kinds.at(row) * KIND_STEP + rows.keys.at(row) * 2);
  const duplicates: string[] = [];
  const letterSeen = new Set<string>();
  let before = -1;
  const order = sorted.filter((row) => {
    const letters = rows.letterCodes.get(row);
    const same =
      letters === undefined
        ? before >= 0 &&
          rows.keys.at(before) === rows.keys.at(row) &&
          rows.kinds.at(before) === rows.kinds.at(row)
        : letterSeen.has(letters);
    if (letters !== undefined) letterSeen.add(letters);
    before = row;
    if (same) duplicates.push(letters ?? String(rows.keys.at(row)));
    return !same;
  });
  return { order, duplicates };
}

function exactIndexOf(terms: Terms, shortLengths: Uint8Array) {
  const shorts = shortLengths.reduce((sum, length) => sum + (length > 0 ? 1 : 0), 0);
  const hashes = new Uint32Array(terms.starts.length + shorts);
  const owners = new Uint32Array(hashes.length);
  let at = 0;
  for (let term = 0; term < terms.starts.length; term++) {
    const start = terms.starts[term] ?? 0;
    const short = shortLengths[term] ?? 0;
    hashes[at] = hashUnits(terms.pool, start, start + (terms.lengths[term] ?? 0));
    owners[at++] = term;
    if (short === 0) continue;
    hashes[at] = hashUnits(terms.pool, start, start + short);
    owners[at++] = term;
  }
  return buildExactIndex(hashes, owners);
}

function withdrawnFlags(size: number, details: ReadonlyMap<number, DivisionDetail>): Uint8Array {
  const flags = new Uint8Array(size);
  for (const [ordinal, detail] of details) if (detail.validTo !== null) flags[ordinal] = 1;
  return flags;
}
