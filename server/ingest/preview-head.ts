import type { Sentence } from '@/domain/list/explain-row';
import type { HoldCode } from '@/domain/list/hold';
import type { ListForm } from '@/domain/list/types';
import { type ImportCounts, importCounts } from './import-counts';
import type { ListPreview } from './preview-list';
import { PREVIEW_SECTIONS, type PreviewSection, sectionSize } from './preview-rows';

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
  readonly sizes: Readonly<Record<PreviewSection, number>>;
  readonly holds: readonly { readonly code: HoldCode; readonly text: string }[];
  /** This very file is the one applied last. */
  readonly alreadyApplied: boolean;
  readonly compares: boolean;
}

/** Sum a preview up for a screen, in the language asked for. */
export function previewHead(
  preview: ListPreview,
  token: string,
  heldId: string | null,
  language: keyof Sentence,
): PreviewHead {
  const { prepared, plan } = preview;
  const sizes = Object.fromEntries(
    PREVIEW_SECTIONS.map((section) => [section, sectionSize(preview, section)]),
  );
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
    sizes: sizes as Record<PreviewSection, number>,
    holds: plan.holds.map((hold) => ({ code: hold.code, text: hold[language] })),
    alreadyApplied: plan.previous?.fileHash === prepared.fileHash,
    compares: plan.homeDivision !== null,
  };
}
