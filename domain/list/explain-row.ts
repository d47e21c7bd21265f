import type { DiffRow } from '@/domain/list/diff-types';
import { explainListAct, LEVEL_WORDS as LEVEL, listActOf } from '@/domain/list/explain-list-act';
import type { Sentence } from '@/domain/list/sentence';

/** The reason of one row of a list's diff, to be shown beside it. Made on demand: a peak list has 45,000 rows. */
export function explainRow(row: DiffRow): Sentence {
  switch (row.kind) {
    case 'ADDED': {
      const level = LEVEL[row.entry.level];
      return {
        zh: `名单列为${level.zh}，此前未列。`,
        en: `The list names it ${level.en}; it did not stand before.`,
      };
    }
    case 'RAISED':
    case 'LOWERED':
    case 'ENDED':
    case 'RENAMED':
      return explainListAct(listActOf(row));
    case 'POSSIBLE_RENAME':
      return {
        zh: `「${row.entry.place}」可能就是「${row.standing.place}」，暂按一处结束、一处新增处理，请核对。`,
        en: `“${row.entry.place}” may be “${row.standing.place}”; taken as one ended and one added until checked.`,
      };
    case 'UNRESOLVED':
      return {
        zh: `「${row.entry.writtenPath}」查不到对应区划，条目保留待核。`,
        en: `“${row.entry.writtenPath}” leads to no known division; the entry is kept for an officer.`,
      };
    case 'DUPLICATE':
      return {
        zh: `同一级别内重复，以${row.first.pointer}为准。`,
        en: `Named twice at one level; ${row.first.pointer} counts.`,
      };
    case 'TWO_LEVELS': {
      const [high, low] = [LEVEL[row.entry.level], LEVEL[row.lower.level]];
      return {
        zh: `同名同时列为${high.zh}和${low.zh}，从高为${high.zh}。`,
        en: `Named both ${high.en} and ${low.en}; the higher rules.`,
      };
    }
    default:
      return row satisfies never;
  }
}
