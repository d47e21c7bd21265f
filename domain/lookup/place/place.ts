/** What a number counts in an address, widest first. 号院/号/弄 · 组/社/队 · 号楼/栋/幢/座 · 单元/门 · 层 · 室. */
export const PART_KINDS = ['group', 'door', 'building', 'unit', 'floor', 'room'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** Numbers as written (`7`, `b3`, `甲7`, `2-1`) and ranges of plain ones, both ends counted. */
export interface Numbers {
  readonly values: readonly string[];
  readonly ranges: readonly { readonly low: number; readonly high: number }[];
}

export type Parts = Readonly<Partial<Record<PartKind, Numbers>>>;

/** One place a name or an address describes. */
export interface Place {
  /** Compound, village, road … in matching form, without the numbers behind it. */
  readonly stem: string;
  readonly parts: Parts;
  /** Parts of it that are left out (除…外). */
  readonly except: readonly Parts[];
  /** False when words remain whose meaning for the extent we do not know. */
  readonly certain: boolean;
}

/** The places of one name; `boundary` when the ground is described by its borders (以东…合围) or cannot be listed. */
export interface PlaceList {
  /** The whole text in matching form. */
  readonly text: string;
  readonly places: readonly Place[];
  readonly boundary: boolean;
}

export const WIDEST_RANGE = 500;

/** Whether the number is one of `numbers`. */
export function holdsNumber(numbers: Numbers, value: string): boolean {
  if (numbers.values.includes(value)) return true;
  if (!/^\d+$/.test(value)) return false;
  const plain = Number(value);
  return numbers.ranges.some((range) => plain >= range.low && plain <= range.high);
}
