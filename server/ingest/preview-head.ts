import type { HoldCode } from '@/domain/list/hold-policy';
import type { Sentence } from '@/domain/list/sentence';
import type { ListForm } from '@/domain/list/types';
import type { DecisionRight } from './decision-right';
import { type ImportCounts, importCounts } from './import-counts';
import { PREVIEW_SECTIONS, type PreviewSection, sectionSize } from './preview-rows';
import type { KeptPreview } from './preview-store';

/** What a screen shows of a preview before it asks for rows. Instants are epoch ms. */
export interface PreviewHead {
  readonly token: string;
  readonly heldId: string | null;
  readonly fileName: string;
  readonly form: ListForm;
  readonly authority: string;
  readonly listTime: number;
  readonly effectiveAt: number;
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

/**
 * Sum a preview up for a screen, in the language asked for.
 * @param shown the part of `preview` that the viewer sees
 */
export function previewHead(
  { preview, shown, token, heldId }: KeptPreview & { token: string },
  right: DecisionRight,
  language: keyof Sentence,
): PreviewHead {
  const { prepared, plan } = preview;
  const perSection = (count: (section: PreviewSection) => number) =>
    Object.fromEntries(PREVIEW_SECTIONS.map((section) => [section, count(section)])) as Record<
      PreviewSection,
      number
    >;
  const size = (section: PreviewSection) => sectionSize(shown, section);
  return {
    token,
    heldId,
    fileName: prepared.fileName,
    form: prepared.list.form,
    authority: language === 'zh' ? prepared.authority.nameZh : prepared.authority.nameEn,
    listTime: prepared.list.listTime,
    effectiveAt: plan.effectiveAt,
    ahead: plan.ahead,
    stated: prepared.list.statedCounts,
    counts: importCounts(plan),
    sizes: perSection(size),
    outside: perSection((section) => sectionSize(preview, section) - size(section)),
    holds: plan.holds.map((hold) => ({ code: hold.code, text: shown === preview ? hold[language] : null })),
    alreadyApplied: plan.previous?.fileHash === prepared.fileHash,
    compares: plan.homeDivision !== null,
    right,
  };
}
