import { PREVIEW_SECTIONS } from '@/domain/list/preview';
import { sayHold } from '@/domain/list/say-hold';
import type { Sentence } from '@/domain/list/sentence';
import type { ApplyOutcome } from '@/server/ingest/apply-list';
import { importCounts } from '@/server/ingest/import-counts';
import type { ListPreview } from '@/server/ingest/preview-list';
import { previewRows } from '@/server/ingest/preview-rows';
import { jsonLine } from './terminal';

/**
 * A preview, and what became of it, as one line of JSON: every row of every kind with its reason. `status` is PREVIEW
 * when nothing was to be applied.
 * @param shown whether the server beside us shows it in its look-up; null when none was asked or none answers.
 */
export function importJson(
  seen: ListPreview,
  outcome: ApplyOutcome | null,
  shown: boolean | null,
  language: keyof Sentence,
): string {
  const { prepared, plan } = seen;
  const sections = PREVIEW_SECTIONS.map((section) => [section, previewRows(seen, section, language)]);
  return jsonLine({
    status: outcome?.status ?? 'PREVIEW',
    importId: outcome?.importId ?? null,
    shown,
    file: { name: prepared.fileName, sha256: prepared.fileHash, form: prepared.list.form },
    authority: prepared.authority.id,
    listTime: new Date(prepared.list.listTime).toISOString(),
    effectiveAt: new Date(plan.effectiveAt).toISOString(),
    stated: prepared.list.statedCounts,
    counts: importCounts(plan),
    holds: plan.holds.map((hold) => ({ ...hold, zh: sayHold(hold, 'zh'), en: sayHold(hold, 'en') })),
    homeDivision: plan.homeDivision,
    rows: Object.fromEntries(sections),
  });
}
