import type { StatedLevel } from '@/domain/level/level';
import type { DiscrepancyKind } from '@/domain/list/planned';
import type { Sentence } from '@/domain/list/sentence';

const LEVEL: Readonly<Record<StatedLevel, Sentence>> = {
  HIGH: { zh: '高风险', en: 'high' },
  MEDIUM: { zh: '中风险', en: 'medium' },
  LOW: { zh: '低风险', en: 'low' },
};
const NONE: Sentence = { zh: '未划定', en: 'none' };

/** What a list and the headquarters say differently of one place in the home division. */
export function explainDiscrepancy(row: {
  kind: DiscrepancyKind;
  ownLevel: StatedLevel | null;
  listLevel: StatedLevel | null;
}): Sentence {
  const own = row.ownLevel ? LEVEL[row.ownLevel] : NONE;
  const list = row.listLevel ? LEVEL[row.listLevel] : NONE;
  switch (row.kind) {
    case 'MISSING_IN_LIST':
      return {
        zh: `本级划定为${own.zh}，名单未列；本级等级不变。`,
        en: `It stands at ${own.en} here and the list does not name it; our level stays.`,
      };
    case 'EXTRA_IN_LIST':
      return {
        zh: `名单列为${list.zh}，本级未划定；不自动划定。`,
        en: `The list names it ${list.en} and nothing stands here; nothing is designated by that.`,
      };
    case 'LEVEL_DIFFERS':
      return {
        zh: `本级为${own.zh}，名单为${list.zh}；本级等级不变。`,
        en: `It stands at ${own.en} here, the list says ${list.en}; our level stays.`,
      };
    default:
      return row.kind satisfies never;
  }
}
