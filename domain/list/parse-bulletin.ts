import type { StatedLevel } from '@/domain/level/level';
import { badCharacter } from '@/domain/list/bad-character';
import { type Block, findBlocks } from '@/domain/list/bulletin-blocks';
import { readBulletinHead } from '@/domain/list/bulletin-head';
import { isSeparator, joinPieces, splitPieces } from '@/domain/list/bulletin-pieces';
import { type BulletinPlace, placesOfLine } from '@/domain/list/bulletin-places';
import {
  lineCount,
  oddPlace,
  readByCount,
  unfinished,
  unreadText,
  wrappedPlace,
} from '@/domain/list/bulletin-warnings';
import { countWarning } from '@/domain/list/count-warning';
import { phrase } from '@/domain/list/fault-words';
import { flatten } from '@/domain/list/flat-text';
import { type IsDivisionName, looksLikeDistrict } from '@/domain/list/leading-district';
import { lineColumn } from '@/domain/list/line-column';
import type { ListWarning } from '@/domain/list/list-warning';
import { checkPlace, namelessPlace } from '@/domain/list/place-text';
import type { WrittenHead } from '@/domain/list/province-names';
import type { ListEntry, ListError, ParseListResult } from '@/domain/list/types';

/** A colon, a question, a total or words of another sentence: the place has swallowed what stood beside it. */
const ODD = /[：:！!？?]|风险|全国|截至|[（(][^）)]*$|^[^（(]*[）)]/;

/**
 * Reads the national list written out inside a provincial bulletin: `内蒙古呼和浩特市（8个）：武川县上秃亥乡圪奔村；新城区…`.
 * Line breaks are taken out first, so wrapped lines and two heads on one line are read. Whatever stands inside the list and
 * was not read, every place a break cuts in two, and every number that differs is a warning that names the line: such a list
 * is held. `pointer` is `line:column`, counted from one.
 * @param isDivisionName knows the districts of a prefecture; a guess by form is used without it
 */
export function parseBulletinList(
  source: string,
  isDivisionName: IsDivisionName = looksLikeDistrict,
): ParseListResult {
  const bad = badCharacter(source);
  if (bad !== null) {
    const { line, column } = lineColumn(source, bad.offset);
    return { ok: false, errors: [{ ...bad.fault, pointer: `${line}:${column}` }] };
  }
  const flat = flatten(source);
  const pointerOf = (offset: number): string => {
    const { line, column } = flat.positionOf(offset);
    return `${line}:${column}`;
  };
  const lineOf = (offset: number): number => flat.positionOf(offset).line;
  const head = readBulletinHead(flat, pointerOf);
  if ('code' in head) return { ok: false, errors: [head] };
  const found = findBlocks(flat, head.end);
  const errors: ListError[] = [];
  const entries: ListEntry[] = [];
  const warnings: ListWarning[] = [];
  const sections = new Map<StatedLevel, { stated: number; at: number; found: number }>();
  let level: StatedLevel | null = null;

  const readBlock = ({ title, from, to }: Block, where: WrittenHead, inLevel: StatedLevel): number => {
    const pointer = pointerOf(title.start);
    const { places, byCount } = joinPieces(flat.text, splitPieces(flat.text, from, to), title.stated);
    const line = lineOf(title.start);
    if (places.length !== title.stated) warnings.push(lineCount(pointer, line, title.stated, places));
    else if (byCount) warnings.push(readByCount(pointer, line, places));
    for (const place of placesOfLine(where, places, isDivisionName)) addPlace(place, where, inLevel);
    for (const at of flat.breaks) {
      if (at <= from || at >= to || isSeparator(flat.text, at - 1) || isSeparator(flat.text, at)) continue;
      const piece = places.find(({ start, end }) => start < at && at < end);
      const [left, right] = [flat.text.slice(piece?.start ?? at, at), flat.text.slice(at, piece?.end ?? at)];
      warnings.push(wrappedPlace(pointerOf(at), lineOf(at - 1), left, right));
    }
    return places.length;
  };
  const addPlace = ({ county, place, start }: BulletinPlace, where: WrittenHead, inLevel: StatedLevel) => {
    const { province, city } = where;
    const pointer = pointerOf(start);
    const fault = checkPlace(place, pointer);
    if (fault === 'NAMELESS') warnings.push(namelessPlace(pointer, place));
    else if (fault !== null) errors.push(fault);
    else {
      if (ODD.test(place)) warnings.push(oddPlace(pointer, lineOf(start), place));
      const writtenPath = [province, city, county].filter((part) => part !== '').join(' ');
      const ordinal = entries.length;
      entries.push({ ordinal, level: inLevel, province, city, county, writtenPath, place, pointer });
    }
  };

  for (const block of found.blocks) {
    const { title, from, to } = block;
    const section = level === null ? undefined : sections.get(level);
    if (title.level !== null) {
      level = title.level;
      const twice = sections.has(level);
      if (twice) warnings.push(unread(title.start, title.end));
      else sections.set(level, { stated: title.stated, at: title.start, found: 0 });
      if (flat.text.slice(from, to).trim() !== '') warnings.push(unread(from, to));
    } else if (section !== undefined && level !== null && title.where !== null) {
      section.found += readBlock(block, title.where, level);
    } else warnings.push(unread(title.start, to));
  }
  for (const { from, to } of found.unread) warnings.push(unread(from, to));
  for (const { line, text, at } of flat.numbers) {
    if (at > head.start && at <= (found.blocks.at(-1)?.to ?? 0)) {
      warnings.push(unreadText(`${line}:1`, line, text));
    }
  }
  if (found.unfinished !== null) {
    const last = Math.max(found.blocks.at(-1)?.title.start ?? 0, found.unfinished - 40);
    const at = Math.max(0, found.unfinished - 1);
    warnings.push(unfinished(pointerOf(at), lineOf(at), flat.text.slice(last, found.unfinished)));
  }
  const missing = (['HIGH', 'MEDIUM'] as const).find(
    (wanted) => !sections.has(wanted) && (wanted === 'HIGH' ? head.high : head.medium) > 0,
  );
  if (missing !== undefined) errors.push(noSection(missing, pointerOf(head.start)));
  if (errors.length > 0) return { ok: false, errors };
  for (const [sectionLevel, section] of sections) {
    const total = sectionLevel === 'HIGH' ? head.high : head.medium;
    const mismatch =
      countWarning(sectionLevel, section.stated, section.found, pointerOf(section.at)) ??
      countWarning(sectionLevel, total, section.found, pointerOf(head.start));
    if (mismatch !== null) warnings.push(mismatch);
  }
  const statedCounts = { HIGH: head.high, MEDIUM: head.medium, LOW: null };
  return {
    ok: true,
    list: { form: 'BULLETIN_PROSE', listTime: head.listTime, statedCounts, entries, warnings },
  };

  function unread(from: number, to: number): ListWarning {
    return unreadText(pointerOf(from), lineOf(from), flat.text.slice(from, to));
  }
}

function noSection(level: StatedLevel, pointer: string): ListError {
  const expected = phrase('SECTION', level === 'HIGH' ? '高' : '中');
  return { code: 'NO_LIST', pointer, expected, found: phrase('NOTHING') };
}
