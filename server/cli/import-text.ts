import { LEVEL_WORDS } from '@/domain/list/explain-list-act';
import { PREVIEW_SECTIONS, type PreviewRow, type PreviewSection } from '@/domain/list/preview';
import { sayHold } from '@/domain/list/say-hold';
import { inWords, type Sentence } from '@/domain/list/sentence';
import { type Language, sayInstant } from '@/domain/time/say-instant';
import type { ApplyOutcome } from '@/server/ingest/apply-list';
import type { ListPreview } from '@/server/ingest/preview-list';
import { previewRows, sectionSize } from '@/server/ingest/preview-rows';

const FIRST = 5;

const TITLE: Record<PreviewSection, Sentence> = {
  added: { zh: '新增', en: 'Added' },
  raised: { zh: '上调', en: 'Raised' },
  lowered: { zh: '下调', en: 'Lowered' },
  ended: { zh: '结束', en: 'Ended' },
  renamed: { zh: '更名', en: 'Renamed' },
  possibleRenames: { zh: '可能更名', en: 'Possibly renamed' },
  unresolved: { zh: '区划未解析', en: 'Unresolved' },
  duplicates: { zh: '重复', en: 'Duplicates' },
  twoLevels: { zh: '同名两级', en: 'Two levels' },
  discrepancies: { zh: '本辖区差异', en: 'Discrepancies at home' },
  warnings: { zh: '提示', en: 'Warnings' },
};

const SAY = {
  stated: { zh: '名单自报', en: 'The list states' },
  unchanged: { zh: '不变', en: 'Unchanged' },
  more: { zh: '  ……另有 {} 条', en: '  … and {} more' },
  low: { zh: '低风险（不单独划定）', en: 'Low (not drawn)' },
  compared: { zh: '本辖区内比对', en: 'Compared at home' },
  ahead: {
    zh: '名单时间晚于系统时钟，自系统当前时间起生效。',
    en: 'The list is ahead of the clock and takes effect at the clock’s present.',
  },
  held: { zh: '名单须经人工确认：', en: 'The list must be confirmed by a person:' },
  dry: {
    zh: '试运行，未作任何改动。加 --apply 采用。',
    en: 'Dry run: nothing was changed. Add --apply to apply it.',
  },
  dryHeld: {
    zh: '试运行，未作任何改动。加 --apply 暂存，再由另一人核实后确认。',
    en: 'Dry run: nothing was changed. --apply holds it; another person then checks and confirms it.',
  },
  HELD: {
    zh: '已暂存待确认，等级未变。由提交人以外的人核实后用 --confirm "理由" --by 账号 确认，或在“名单导入”页面处理。',
    en: 'Held: no level was changed. Somebody other than who offered it confirms it with --confirm "reason" --by NAME, or on the imports page.',
  },
  APPLIED: { zh: '已采用。', en: 'Applied.' },
  shown: { zh: '查询已显示变化。', en: 'The look-up shows it.' },
  notShown: { zh: '查询尚未显示，稍后会显示。', en: 'The look-up does not show it yet; it will.' },
  ALREADY_APPLIED: {
    zh: '这份名单已经采用过，未作改动。',
    en: 'This list is applied already; nothing was changed.',
  },
} satisfies Record<string, Sentence>;

/**
 * A preview, and what became of it, as lines for a terminal: counts, the first rows of each kind, holds.
 * @param shown whether the server beside us shows it in its look-up; null when none was asked or none answers.
 */
export function importText(
  seen: ListPreview,
  outcome: ApplyOutcome | null,
  shown: boolean | null,
  language: Language,
): string {
  const { prepared, plan } = seen;
  const { HIGH, MEDIUM, LOW } = prepared.list.statedCounts;
  const say = (sentence: Sentence, value: string | number = '') => inWords(sentence, language, value);
  const lines = [
    `${prepared.fileName} · ${language === 'zh' ? prepared.authority.nameZh : prepared.authority.nameEn} · ${sayInstant(prepared.list.listTime, language)}`,
    `${say(SAY.stated)}: ${say(LEVEL_WORDS.HIGH)} ${HIGH} · ${say(LEVEL_WORDS.MEDIUM)} ${MEDIUM} · ${say(LEVEL_WORDS.LOW)} ${LOW ?? '—'}`,
    '',
  ];
  const count = (title: string, size: number) => lines.push(`${String(size).padStart(7)}  ${title}`);
  for (const section of PREVIEW_SECTIONS) count(say(TITLE[section]), sectionSize(seen, section));
  count(say(SAY.unchanged), plan.diff.unchanged);
  count(say(SAY.low), plan.diff.lowNotDrawn);
  if (plan.homeDivision !== null) count(`${say(SAY.compared)} (${plan.homeDivision})`, plan.compared);
  for (const section of PREVIEW_SECTIONS) {
    const size = sectionSize(seen, section);
    if (size === 0) continue;
    lines.push('', `${say(TITLE[section])} ${size}`);
    for (const row of previewRows(seen, section, language, 0, FIRST)) lines.push(`  ${rowText(row)}`);
    if (size > FIRST) lines.push(say(SAY.more, size - FIRST));
  }
  lines.push('');
  if (plan.ahead) lines.push(say(SAY.ahead));
  if (plan.holds.length > 0) {
    lines.push(say(SAY.held), ...plan.holds.map((hold) => `  ${hold.code}  ${sayHold(hold, language)}`));
  }
  lines.push(say(outcome ? SAY[outcome.status] : plan.holds.length > 0 ? SAY.dryHeld : SAY.dry));
  if (shown !== null) lines.push(say(shown ? SAY.shown : SAY.notShown));
  return lines.join('\n');
}

function rowText({ path, name, formerName, pointer, reason }: PreviewRow): string {
  const place = [path, name].filter(Boolean).join(' ');
  const was = formerName === null ? '' : ` ← ${formerName}`;
  return `${[`${place}${was}`, pointer ?? '', reason].filter(Boolean).join('  ')}`;
}
