import type { ListEntry, ParsedList } from '@/domain/list/types';
import { placeKey } from '@/domain/place/normalize';

/** What must be remembered of an applied list to judge the next one. Plain data, safe to store as JSON. */
export interface ListSummary {
  /** The list's own hour, epoch milliseconds. */
  readonly listTime: number;
  /** Places at high or medium; low ones are the rest of a county and no measure. */
  readonly places: number;
  /** The same by province name as written. */
  readonly provinces: Readonly<Record<string, number>>;
  /** The same by level; missing in what was stored before it was counted. */
  readonly levels?: { readonly HIGH: number; readonly MEDIUM: number };
  /** Equal for two lists that state the same, whatever their order or spacing. */
  readonly fingerprint: string;
  /** False when the list's own totals differ from what it names. */
  readonly countsAgree: boolean;
}

/** Sums a parsed list up. */
export function summarizeList(list: ParsedList): ListSummary {
  const provinces: Record<string, number> = {};
  const levels = { HIGH: 0, MEDIUM: 0 };
  let low = 0;
  let high = 0;
  for (const entry of list.entries) {
    const text = identity(entry);
    low = (low + hash(text, 0x811c9dc5)) >>> 0;
    high = (high + hash(text, 0x2f0b4c47)) >>> 0;
    if (entry.level === 'LOW') continue;
    levels[entry.level] += 1;
    provinces[entry.province] = (provinces[entry.province] ?? 0) + 1;
  }
  const countsAgree = !list.warnings.some(
    ({ code }) => code === 'COUNT_MISMATCH' || code === 'LINE_COUNT_MISMATCH',
  );
  const fingerprint = `${hex(high)}${hex(low)}-${list.entries.length}`;
  const places = levels.HIGH + levels.MEDIUM;
  return { listTime: list.listTime, places, provinces, levels, fingerprint, countsAgree };
}

function identity(entry: ListEntry): string {
  return `${entry.level}|${entry.writtenPath}|${placeKey(entry.place)}`;
}

/** FNV-1a over UTF-16 units: not for security, only to see that two lists differ. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
