import {
  type DecisionRight,
  PREVIEW_SECTIONS,
  type PreviewHead,
  type PreviewSection,
} from '@/domain/list/preview';
import { sayHold } from '@/domain/list/say-hold';
import type { Sentence } from '@/domain/list/sentence';
import { importCounts } from './import-counts';
import { sectionSize } from './preview-rows';
import type { KeptPreview } from './preview-store';

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
    holds: plan.holds.map((hold) => ({
      code: hold.code,
      text: shown === preview ? sayHold(hold, language) : null,
    })),
    alreadyApplied: plan.previous?.fileHash === prepared.fileHash,
    compares: plan.homeDivision !== null,
    right,
  };
}
