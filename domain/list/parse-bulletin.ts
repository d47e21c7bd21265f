import type { StatedLevel } from '@/domain/level/level';
import { readBulletinHead } from '@/domain/list/bulletin-head';
import { joinPieces, splitPieces } from '@/domain/list/bulletin-pieces';
import { placesOfLine } from '@/domain/list/bulletin-places';
import { countWarning } from '@/domain/list/count-warning';
import { type IsDivisionName, looksLikeDistrict } from '@/domain/list/leading-district';
import { splitHead } from '@/domain/list/province-names';
import type { ListEntry, ListError, ListWarning, ParseListResult } from '@/domain/list/types';

const SECTION = /^\s*([高中])风险(?:地区|区)[（(]\s*(\d+)\s*个\s*[)）][：:]?\s*$/;
const PLACES = /^\s*([\u4e00-\u9fff]{2,24})[（(]\s*(\d+)\s*个\s*[)）][：:]/;
const ABROAD = /^\s*境外/;

/**
 * Reads the national list written out inside a provincial bulletin: `内蒙古呼和浩特市（8个）：武川县上秃亥乡圪奔村；新城区…`.
 * Each line's (N个), each section's and the headline's totals are compared with what was read; a difference is a warning
 * that names the line and the pieces found. `pointer` is `line:column`, counted from one.
 * @param isDivisionName knows the districts of a prefecture; a guess by form is used without it
 */
export function parseBulletinList(
  text: string,
  isDivisionName: IsDivisionName = looksLikeDistrict,
): ParseListResult {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const head = readBulletinHead(lines);
  if ('code' in head) return { ok: false, errors: [head] };
  const entries: ListEntry[] = [];
  const warnings: ListWarning[] = [];
  const sections = new Map<StatedLevel, { stated: number; line: number; found: number }>();
  let level: StatedLevel | null = null;
  for (let index = head.line + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const title = SECTION.exec(line);
    const parts = PLACES.exec(line);
    const section: { stated: number; found: number } | undefined =
      level === null ? undefined : sections.get(level);
    if (title !== null) {
      level = title[1] === '高' ? 'HIGH' : 'MEDIUM';
      sections.set(level, { stated: Number(title[2]), line: index, found: 0 });
    } else if (parts !== null && level !== null && section !== undefined) {
      const where = splitHead(parts[1] ?? '');
      if (where === null) {
        warnings.push(unreadLine(index, line));
        continue;
      }
      const stated = Number(parts[2]);
      const pieces = joinPieces(line, splitPieces(line, parts[0].length), stated);
      section.found += pieces.length;
      if (pieces.length !== stated) warnings.push(lineWarning(index, stated, pieces));
      for (const { county, place, start } of placesOfLine(where, pieces, isDivisionName)) {
        const { province, city } = where;
        const writtenPath = [province, city, county].filter((part) => part !== '').join(' ');
        const pointer = `${index + 1}:${start + 1}`;
        entries.push({ ordinal: entries.length, level, province, city, county, writtenPath, place, pointer });
      }
    } else if (ABROAD.test(line)) break;
    else if (line.trim() !== '') warnings.push(unreadLine(index, line));
  }
  const missing = (['HIGH', 'MEDIUM'] as const).find(
    (wanted) => !sections.has(wanted) && (wanted === 'HIGH' ? head.high : head.medium) > 0,
  );
  if (missing !== undefined) return { ok: false, errors: [noSection(missing, head.line)] };
  for (const [sectionLevel, { stated, line, found }] of sections) {
    const total = sectionLevel === 'HIGH' ? head.high : head.medium;
    const mismatch =
      countWarning(sectionLevel, stated, found, `${line + 1}:1`) ??
      countWarning(sectionLevel, total, found, `${head.line + 1}:1`);
    if (mismatch !== null) warnings.push(mismatch);
  }
  const statedCounts = { HIGH: head.high, MEDIUM: head.medium, LOW: null };
  return {
    ok: true,
    list: { form: 'BULLETIN_PROSE', listTime: head.listTime, statedCounts, entries, warnings },
  };
}

function lineWarning(index: number, stated: number, pieces: readonly { text: string }[]): ListWarning {
  const found = pieces.map((piece) => piece.text).join(' | ');
  return {
    code: 'LINE_COUNT_MISMATCH',
    pointer: `${index + 1}:1`,
    expected: String(stated),
    found,
    zh: `第${index + 1}行标明${stated}个，读出${pieces.length}个：${found}`,
    en: `Line ${index + 1} states ${stated} places, ${pieces.length} were read: ${found}`,
  };
}

function unreadLine(index: number, line: string): ListWarning {
  return {
    code: 'UNREAD_LINE',
    pointer: `${index + 1}:1`,
    expected: '省市（N个）：…',
    found: line.trim().slice(0, 80),
    zh: `第${index + 1}行不是名单的写法，未读取。`,
    en: `Line ${index + 1} is not of the list's form and was not read.`,
  };
}

function noSection(level: StatedLevel, headLine: number): ListError {
  return {
    code: 'NO_LIST',
    pointer: `${headLine + 1}:1`,
    expected: `a section ${level === 'HIGH' ? '高' : '中'}风险地区（N个）： below this line`,
    found: 'nothing',
  };
}
