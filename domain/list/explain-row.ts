import type { StatedLevel } from '@/domain/level/level';
import type { DiffRow, RenameReason } from '@/domain/list/diff-types';
import type { Sentence } from '@/domain/list/sentence';

const LEVEL: Readonly<Record<StatedLevel, Sentence>> = {
  HIGH: { zh: '高风险', en: 'high' },
  MEDIUM: { zh: '中风险', en: 'medium' },
  LOW: { zh: '低风险', en: 'low' },
};

const RENAME: Readonly<Record<RenameReason, Sentence>> = {
  KNOWN_ALIAS: { zh: '是已登记的别名', en: 'is a recorded alias' },
  REWORDED: { zh: '只是写法不同', en: 'differs only in wording' },
  PREFIX: { zh: '只增减了街道、村或社区名', en: 'only gains or loses a street, village or community' },
  PLACED: { zh: '所列区划更细或更粗', en: 'is listed under a finer or coarser division' },
  TYPO: { zh: '只改了一处笔误', en: 'only mends a slip of the pen' },
};

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
    case 'LOWERED': {
      const [from, to] = [LEVEL[row.standing.level], LEVEL[row.entry.level]];
      const verb = row.kind === 'RAISED' ? '上调' : '下调';
      return {
        zh: `名单由${from.zh}${verb}为${to.zh}。`,
        en: `The list moves it from ${from.en} to ${to.en}.`,
      };
    }
    case 'ENDED': {
      const level = LEVEL[row.standing.level];
      return {
        zh: `原为${level.zh}，名单不再列出；缺列本身不等于解除。`,
        en: `It stood at ${level.en} and the list no longer names it; absence alone is no release.`,
      };
    }
    case 'RENAMED': {
      const why = RENAME[row.reason];
      return {
        zh: `「${row.entry.place}」与「${row.standing.place}」为同一处：${why.zh}。`,
        en: `“${row.entry.place}” is “${row.standing.place}”: it ${why.en}.`,
      };
    }
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
