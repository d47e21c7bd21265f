import type { StatedLevel } from '@/domain/level/level';
import { LEVEL_WORDS } from '@/domain/list/explain-list-act';
import type { DiscrepancyKind } from '@/domain/list/planned';
import type { Sentence } from '@/domain/list/sentence';

const NONE: Sentence = { zh: '未划定', en: 'none' };

/** What a list and the headquarters say differently of one place in the home division. */
export function explainDiscrepancy(row: {
  kind: DiscrepancyKind;
  ownLevel: StatedLevel | null;
  listLevel: StatedLevel | null;
}): Sentence {
  const own = row.ownLevel ? LEVEL_WORDS[row.ownLevel] : NONE;
  const list = row.listLevel ? LEVEL_WORDS[row.listLevel] : NONE;
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
