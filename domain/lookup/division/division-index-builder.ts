import { DIVISION_KINDS, type Division } from '@/domain/division/types';
import { assembleDivisionIndex } from '@/domain/lookup/division/assemble-division-index';
import { codeKey } from '@/domain/lookup/division/division-codes';
import type { DivisionIndex } from '@/domain/lookup/division/division-index';
import type { DivisionRows } from '@/domain/lookup/division/division-rows';
import { float64, Growable, uint8, uint16, uint32 } from '@/domain/lookup/growable';
import { normaliseText } from '@/domain/lookup/normalise-text';

const LONGEST = 255;

/** Takes the divisions one by one, in any order, and builds the index once. Nothing of a division is held on to. */
export class DivisionIndexBuilder {
  readonly #rows: DivisionRows = {
    pool: new Growable(uint16, 1 << 16),
    latin: new Growable(uint8, 1 << 16),
    kinds: new Growable(uint8),
    keys: new Growable(float64),
    digits: new Growable(uint8),
    parentKeys: new Growable(float64),
    parentDigits: new Growable(uint8),
    nameStarts: new Growable(uint32),
    nameLengths: new Growable(uint8),
    shortLengths: new Growable(uint8),
    latinStarts: new Growable(uint32),
    pinyinLengths: new Growable(uint8),
    initialsLengths: new Growable(uint8),
    letterCodes: new Map(),
    letterParents: new Map(),
    extras: [],
    details: new Map(),
  };

  add(division: Division): void {
    const rows = this.#rows;
    const row = rows.kinds.length;
    rows.kinds.push(DIVISION_KINDS.indexOf(division.kind));
    rows.keys.push(codeKey(division.code));
    rows.digits.push(digitsOf(division.code));
    if (digitsOf(division.code) === 0) rows.letterCodes.set(row, division.code);
    const parent = division.parent;
    rows.parentKeys.push(parent === null ? -1 : codeKey(parent));
    rows.parentDigits.push(parent === null ? 0 : digitsOf(parent));
    if (parent !== null && digitsOf(parent) === 0) rows.letterParents.set(row, parent);

    const name = normaliseText(division.name).slice(0, LONGEST);
    const short = normaliseText(division.shortName).slice(0, LONGEST);
    const shortIsBeginning = short.length > 0 && short.length < name.length && name.startsWith(short);
    rows.nameStarts.push(rows.pool.length);
    rows.nameLengths.push(name.length);
    rows.pool.pushText(name);
    rows.shortLengths.push(shortIsBeginning ? short.length : 0);
    if (short !== name && !shortIsBeginning && short.length > 0) this.#addExtra(row, short, true);
    for (const alias of division.aliases) this.#addExtra(row, normaliseText(alias).slice(0, LONGEST), false);

    const pinyin = latinOf(division.pinyin);
    const initials = latinOf(division.initials);
    rows.latinStarts.push(rows.latin.length);
    rows.pinyinLengths.push(pinyin.length);
    rows.initialsLengths.push(initials.length);
    rows.latin.pushText(pinyin);
    rows.latin.pushText(initials);

    const written = name === division.name ? null : division.name;
    const { aliases, validTo, successors, overlaps } = division;
    if (
      written !== null ||
      aliases.length > 0 ||
      validTo !== null ||
      successors.length + overlaps.length > 0
    ) {
      rows.details.set(row, { writtenName: written, aliases, validTo, successors, overlaps });
    }
  }

  /** Sort, link and index what was added. Call once; the builder is empty afterwards. */
  build(): DivisionIndex {
    return assembleDivisionIndex(this.#rows);
  }

  #addExtra(row: number, text: string, short: boolean): void {
    if (text.length === 0) return;
    this.#rows.extras.push({ row, start: this.#rows.pool.length, length: text.length, short });
    this.#rows.pool.pushText(text);
  }
}

function digitsOf(code: string): number {
  return /^\d+$/.test(code) ? code.length : 0;
}

function latinOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, LONGEST);
}
