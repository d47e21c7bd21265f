import { parseSegment } from '@/domain/lookup/place/parse-segment';
import type { Numbers, PartKind, Parts } from '@/domain/lookup/place/place';

/** A text with its brackets read and taken out. */
export interface Unbracketed {
  readonly plain: string;
  readonly except: readonly Parts[];
  /** Buildings that brackets behind a bare compound list: 136地质队小区(1栋、6栋). */
  readonly extra: readonly Parts[];
  readonly certain: boolean;
}

const BRACKETS = /\(([^()]*)\)/g;
const OUTSIDE_BRACKETS = /除([^除()]+?)(?:以外|之外|外)(?=$|[、,;。])|[、,]?([^、,;。除]+)除外$/;
// An address, a landmark or an addition in brackets explains the place without narrowing it.
const EXPLAINS = /(?:号|路|街|巷|道|旁|侧|面|对面|附近|口)$|^(?:含|包括|全域|即|原)/;

/** Take 除…外, building lists and explanations out of a normalised text. */
export function takeBrackets(text: string): Unbracketed {
  let certain = true;
  const except: Parts[] = [];
  const extra: Parts[] = [];
  const withoutBrackets = text.replace(BRACKETS, (_, inner: string, at: number) => {
    const atEnd = at + inner.length + 2 >= text.replace(/[。,、;]+$/, '').length;
    const excluded = /^除(.+?)(?:以外|之外|外)?$|^(.+?)除外$/.exec(inner);
    if (excluded !== null || inner.startsWith('不')) {
      const listed = listOf(excluded?.[1] ?? excluded?.[2] ?? inner);
      if (listed === null) certain = false;
      else except.push(...listed);
      return '';
    }
    const listed = listOf(inner);
    if (listed !== null && atEnd) {
      if (parseSegment(text.slice(0, at)).parts.length > 0) certain = false;
      else extra.push(...listed);
      return '';
    }
    if (EXPLAINS.test(inner)) return '';
    return inner;
  });
  const plain = withoutBrackets.replace(
    OUTSIDE_BRACKETS,
    (_, before: string | undefined, behind: string | undefined) => {
      const listed = listOf(before ?? behind ?? '');
      if (listed === null || behind !== undefined) certain = false;
      else except.push(...listed);
      return '';
    },
  );
  return { plain, except, extra, certain };
}

/** A pure list of numbered parts (1栋、6栋 · 1、2单元 · 1号楼1单元、3单元), or null when other words stand in it. */
function listOf(text: string): Parts[] | null {
  const found: { parts: [PartKind, Numbers][]; bare: Numbers | null }[] = [];
  for (const piece of text.split(/[、,;和及/]/)) {
    const segment = parseSegment(piece);
    if (segment.stem !== '' || segment.tail !== '') return null;
    found.push({ parts: segment.parts.map((part) => [part.kind, part.numbers]), bare: segment.bare });
  }
  const lists: Parts[] = [];
  let carried: [PartKind, Numbers][] = [];
  for (let i = 0; i < found.length; i++) {
    const piece = found[i];
    if (piece === undefined) return null;
    const next = found.slice(i + 1).find((later) => later.parts.length > 0)?.parts[0];
    const own = [...piece.parts];
    if (piece.bare !== null) {
      if (next === undefined) return null;
      own.push([next[0], piece.bare]);
    }
    const first = own[0]?.[0];
    const kept = first === 'unit' ? carried.filter(([kind]) => kind === 'building') : [];
    carried = [...kept, ...own];
    lists.push(Object.fromEntries(carried) as Parts);
  }
  return lists;
}
