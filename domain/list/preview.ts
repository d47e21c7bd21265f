import type { StatedLevel } from '@/domain/level/level';
import type { HoldCode } from './hold-reason';
import type { Sentence } from './sentence';
import type { ListForm } from './types';

/** The parts of a preview in the order officers read them: changes first, then what they should look at. */
export const CHANGES = ['added', 'raised', 'lowered', 'ended', 'renamed'] as const;
export const REMARKS = [
  'possibleRenames',
  'unresolved',
  'duplicates',
  'twoLevels',
  'discrepancies',
  'warnings',
] as const;
export const PREVIEW_SECTIONS = [...CHANGES, ...REMARKS] as const;
export type PreviewSection = (typeof PREVIEW_SECTIONS)[number];

/** One row of a preview. `from` and `to` are the levels before and after, null where nothing stands or is stated. */
export interface PreviewRow {
  readonly from: StatedLevel | null;
  readonly to: StatedLevel | null;
  readonly path: string;
  readonly name: string;
  /** The name it stands under, when the list words it otherwise. */
  readonly formerName: string | null;
  /** Where it stands in the file: JSON pointer or line:column. */
  readonly pointer: string | null;
  readonly areaId: string | null;
  readonly reason: string;
}

/** How many rows of each kind a list has; `returned` are those among `added` that stood before. */
export interface ImportCounts {
  readonly added: number;
  readonly raised: number;
  readonly lowered: number;
  readonly ended: number;
  readonly renamed: number;
  readonly returned: number;
  readonly possibleRenames: number;
  readonly unresolved: number;
  readonly duplicates: number;
  readonly twoLevels: number;
  readonly unchanged: number;
  readonly lowNotDrawn: number;
  readonly discrepancies: number;
  readonly compared: number;
}

/** Whether a list is the viewer's to decide, and if not, why and whose it is. */
export interface DecisionRight {
  /** They may apply it, or confirm it when it is held. */
  readonly decide: boolean;
  /** They may set a held list aside. */
  readonly reject: boolean;
  /** OUT_OF_REACH: it speaks of ground outside their jurisdiction. OFFERED: they offered it, a second person confirms. */
  readonly why: 'OUT_OF_REACH' | 'OFFERED' | null;
  /** Display names of some who can decide it, or confirm it once it is held; whoever offered it is not among them. */
  readonly others: readonly string[];
}

/** What a screen shows of a preview before it asks for rows. Instants are epoch ms. */
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
  readonly counts: ImportCounts;
  /** Rows that are shown, and rows that are not because they lie outside the viewer's jurisdiction. */
  readonly sizes: Readonly<Record<PreviewSection, number>>;
  readonly outside: Readonly<Record<PreviewSection, number>>;
  /** `text` is null where it would name what lies outside the viewer's jurisdiction. */
  readonly holds: readonly { readonly code: HoldCode; readonly text: string | null }[];
  /** This very file is the one applied last. */
  readonly alreadyApplied: boolean;
  readonly compares: boolean;
  readonly right: DecisionRight;
}

/** An import as its history shows it. Instants are epoch ms; names are null where the system itself acted. */
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
  /**
   * Why it had to wait; `text` is null where it would name what lies outside the viewer's jurisdiction, and where what is
   * stored can no longer be read.
   */
  readonly holds: readonly { readonly code: string; readonly text: Sentence | null }[];
}

/** What the lists left to look at. */
export interface ListNotes {
  /** Standing areas of imported lists whose path leads to no county. */
  readonly unresolved: readonly {
    readonly areaId: string;
    readonly name: string;
    readonly writtenPath: string;
    readonly level: StatedLevel;
  }[];
  /** Differences inside the home division, as of the list applied last. */
  readonly discrepancies: readonly {
    readonly id: string;
    readonly areaId: string | null;
    readonly name: string;
    readonly path: string;
    readonly ownLevel: StatedLevel | null;
    readonly listLevel: StatedLevel | null;
    readonly text: Sentence;
  }[];
  /** How many more of each lie outside the viewer's jurisdiction. */
  readonly outside: { readonly unresolved: number; readonly discrepancies: number };
}
