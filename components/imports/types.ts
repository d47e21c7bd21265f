import type { StatedLevel } from '@/domain/level/level';
import type { HoldCode } from '@/domain/list/hold-policy';
import type { Sentence } from '@/domain/list/sentence';
import type { ListForm } from '@/domain/list/types';

/** The parts of a preview: changes first, then what an officer should look at. */
export const CHANGES = ['added', 'raised', 'lowered', 'ended', 'renamed'] as const;
export const REMARKS = [
  'possibleRenames',
  'unresolved',
  'duplicates',
  'twoLevels',
  'discrepancies',
  'warnings',
] as const;
export type Section = (typeof CHANGES)[number] | (typeof REMARKS)[number];

/** The sum of a preview, as the server answers it. Instants are epoch ms. */
export interface PreviewHead {
  readonly token: string;
  /** The held import it was made from; null for a file just offered. */
  readonly heldId: string | null;
  readonly fileName: string;
  readonly form: ListForm;
  readonly authority: string;
  readonly listTime: number;
  readonly effectiveAt: number;
  /** The list names an hour that the clock has not reached. */
  readonly ahead: boolean;
  readonly stated: { readonly HIGH: number; readonly MEDIUM: number; readonly LOW: number | null };
  readonly counts: { readonly unchanged: number; readonly lowNotDrawn: number; readonly compared: number };
  /** Rows that are shown, and rows that are not because they lie outside the viewer's jurisdiction. */
  readonly sizes: Readonly<Record<Section, number>>;
  readonly outside: Readonly<Record<Section, number>>;
  /** `text` is null where it would name what lies outside the viewer's jurisdiction. */
  readonly holds: readonly { readonly code: HoldCode; readonly text: string | null }[];
  readonly alreadyApplied: boolean;
  readonly compares: boolean;
  /** Whether the list is the viewer's to decide, and if not, why and who can. */
  readonly right: {
    readonly decide: boolean;
    readonly reject: boolean;
    readonly why: 'OUT_OF_REACH' | 'OFFERED' | null;
    readonly others: readonly string[];
  };
}

/** One row of a preview; `from` and `to` are levels, null where nothing stands or is stated. */
export interface PreviewRow {
  readonly from: StatedLevel | null;
  readonly to: StatedLevel | null;
  readonly path: string;
  readonly name: string;
  readonly formerName: string | null;
  readonly pointer: string | null;
  readonly areaId: string | null;
  readonly reason: string;
}

/** What came of an officer's decision, in a sentence. */
export interface Decided {
  readonly outcome: 'APPLIED' | 'ALREADY_APPLIED' | 'HELD' | 'REJECTED' | 'RESOLVED' | 'REFUSED';
  /** Of a refusal: the field it belongs to, '' when it is none's. */
  readonly field: string;
  readonly text: string;
}

/** An import in the history. */
export interface ImportRecord {
  readonly id: string;
  readonly status: 'HELD' | 'APPLIED' | 'REJECTED';
  readonly authority: Sentence;
  readonly fileName: string;
  readonly listTime: number;
  readonly receivedAt: number;
  readonly receivedBy: string | null;
  readonly decidedAt: number | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly holds: readonly {
    readonly code: string;
    readonly zh: string | null;
    readonly en: string | null;
  }[];
}
