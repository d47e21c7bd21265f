import type { HoldCode, HoldReason } from '@/domain/list/hold-policy';
import type { ListWarning, ListWarningCode } from '@/domain/list/types';

const SHOWN = 3;

const HELD_AS: Readonly<Record<ListWarningCode, HoldCode | null>> = {
  COUNT_MISMATCH: 'COUNTS_DISAGREE',
  LINE_COUNT_MISMATCH: 'COUNTS_DISAGREE',
  UNREAD_LINE: 'NOT_READ',
  UNFINISHED: 'NOT_READ',
  WRAPPED_PLACE: 'DOUBTFUL_PLACES',
  READ_BY_COUNT: 'DOUBTFUL_PLACES',
  ODD_PLACE: 'DOUBTFUL_PLACES',
  BLANK_PLACE: 'DOUBTFUL_PLACES',
  OTHER_ENCODING: null,
};

const LEAD: Partial<Record<HoldCode, { readonly zh: string; readonly en: string }>> = {
  COUNTS_DISAGREE: {
    zh: '名单自身的合计与所列条目不符',
    en: 'The list’s own totals differ from what it names',
  },
  NOT_READ: { zh: '名单中有没有读懂的文字', en: 'Part of the list was not read' },
  DOUBTFUL_PLACES: { zh: '有的地点不一定读对', en: 'Some places may have been read wrongly' },
};

/** The reasons to wait that lie in the reading of a list: always, whatever it would change. The lines are shown. */
export function readingHolds(warnings: readonly ListWarning[]): HoldReason[] {
  const reasons: HoldReason[] = [];
  for (const code of ['COUNTS_DISAGREE', 'NOT_READ', 'DOUBTFUL_PLACES'] as const) {
    const found = warnings.filter((warning) => HELD_AS[warning.code] === code);
    if (found.length === 0) continue;
    const shown = found.slice(0, SHOWN);
    const more = found.length - shown.length;
    const lead = LEAD[code] ?? { zh: '', en: '' };
    const zh = shown.map((warning) => warning.zh.replace(/。$/, '')).join('；');
    const en = shown.map((warning) => warning.en.replace(/\.$/, '')).join('; ');
    reasons.push({
      code,
      zh: `${lead.zh}：${zh}${more > 0 ? `；另有${more}处，见“提示”` : ''}。`,
      en: `${lead.en}: ${en}${more > 0 ? `; and ${more} more under “Warnings”` : ''}.`,
    });
  }
  return reasons;
}
