import { parseSegment, type Segment, type SegmentPart } from '@/domain/lookup/place/parse-segment';
import {
  type Numbers,
  PART_KINDS,
  type PartKind,
  type Parts,
  type Place,
  type PlaceList,
} from '@/domain/lookup/place/place';
import { isZone, placeText, plainStem, withoutZone } from '@/domain/lookup/place/stem-text';
import { takeBrackets } from '@/domain/lookup/place/take-brackets';

const BOUNDARY = /合围|围合|以[东南西北内外]|[东南西北]至|周边|范围|沿线|片区区域/;
const SEPARATORS = /[、,;。/]|(?<=号楼|栋|幢|单元|号|座)[和及与](?=第?[a-z]?\d)/;
const WHOLE_TAIL =
  /^(?:独栋|独立单元|整栋楼?|整楼|全域|全部|整体|所有楼宇|全楼|共\d+栋楼?|院|小区|院内|住宅楼?|居民楼)$/;

/**
 * Read the places a name or an address describes.
 *
 * Carry-over as notices write it: 1号楼2单元、3单元 are two units of building 1; 保利花园8号楼、3号楼 two buildings;
 * 1、2、3号楼 three; 和园A区1栋、B区4栋 two zones of one compound. What is not understood stays as a place with
 * `certain: false`, never dropped.
 */
export function parsePlaces(name: string): PlaceList {
  const text = placeText(name);
  const { plain, except, extra, certain } = takeBrackets(text);
  const segments = plain
    .split(SEPARATORS)
    .filter((part) => part !== '')
    .map((part, i) => (i === 0 ? named(parseSegment(part)) : parseSegment(part)));
  const places: Place[] = [];
  let stem = '';
  let carried: readonly SegmentPart[] = [];
  segments.forEach((segment, i) => {
    const parts = [...segment.parts];
    if (segment.bare !== null) {
      const kind = bareKind(segments, i, parts);
      if (kind !== null) parts.push({ kind, numbers: segment.bare });
    }
    const bareUsed = segment.bare === null || parts.length > segment.parts.length;
    const own = bareUsed ? segment.stem : segment.stem + textOf(segment.bare);
    if (own !== '') {
      stem = isZone(own) && stem !== '' ? withoutZone(stem) + own : own;
      carried = [];
    }
    const whole = own === '' ? [...above(carried, parts), ...parts] : parts;
    places.push({
      stem: plainStem(stem),
      parts: partsOf(whole),
      except: [],
      certain: certain && clear(segment, whole) && stem !== '',
    });
    carried = whole;
  });
  const boundary = BOUNDARY.test(text);
  return { text, places: finish(places, except, extra, boundary), boundary };
}

/** 187号院5号楼: where no name stands in front, or a single character, the first number is part of the name. */
function named(segment: Segment): Segment {
  if (segment.stem.length > 1 || segment.parts.length === 0) return segment;
  return { ...segment, stem: segment.stem + segment.head, parts: segment.parts.slice(1) };
}

/** The exclusion and the list in brackets belong to the last place: X小区(除3号楼), X小区(1栋、6栋). */
function finish(
  places: Place[],
  except: readonly Parts[],
  extra: readonly Parts[],
  boundary: boolean,
): Place[] {
  const last = places[places.length - 1];
  if (last === undefined) return places;
  const before = places.slice(0, -1);
  const clearOnes = boundary ? before.map((place) => ({ ...place, certain: false })) : before;
  const base = { ...last, except, certain: last.certain && !boundary };
  if (extra.length === 0) return [...clearOnes, base];
  return [...clearOnes, ...extra.map((parts) => ({ ...base, parts: { ...base.parts, ...parts } }))];
}

function clear(segment: Segment, whole: readonly SegmentPart[]): boolean {
  if (segment.tail !== '' && !WHOLE_TAIL.test(segment.tail)) return false;
  return new Set(whole.map((part) => part.kind)).size === whole.length;
}

/** The word of a bare number is that of the next stretch's first number (11、12、14号), inside its last kind. */
function bareKind(segments: readonly Segment[], at: number, parts: readonly SegmentPart[]): PartKind | null {
  for (const next of segments.slice(at + 1)) {
    if (next.stem !== '') return null;
    const first = next.parts[0];
    if (first === undefined) continue;
    if (parts.length > 0 && rank(first.kind) <= rank(parts[parts.length - 1]?.kind ?? 'group')) return null;
    return first.kind;
  }
  return null;
}

function above(carried: readonly SegmentPart[], parts: readonly SegmentPart[]): SegmentPart[] {
  const first = parts[0];
  if (first === undefined) return [...carried];
  return carried.filter((part) => rank(part.kind) < rank(first.kind));
}

function rank(kind: PartKind): number {
  return PART_KINDS.indexOf(kind);
}

function partsOf(parts: readonly SegmentPart[]): Parts {
  const map: Partial<Record<PartKind, Numbers>> = {};
  for (const { kind, numbers } of parts) map[kind] ??= numbers;
  return map;
}

function textOf(numbers: Numbers | null): string {
  if (numbers === null) return '';
  const range = numbers.ranges[0];
  return range === undefined ? (numbers.values[0] ?? '') : `${range.low}-${range.high}`;
}
