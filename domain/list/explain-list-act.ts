import type { StatedLevel } from '@/domain/level/level';
import type { DiffRow, RenameReason } from '@/domain/list/diff-types';
import type { Sentence } from '@/domain/list/sentence';

/** What a list did to a place, as it is kept with what was recorded by it. */
export type ListAct =
  | { readonly code: 'LIST_NAMES'; readonly level: StatedLevel }
  | { readonly code: 'LIST_MOVES'; readonly from: StatedLevel; readonly to: StatedLevel }
  | { readonly code: 'LIST_ENDS'; readonly level: StatedLevel }
  | {
      readonly code: 'LIST_RENAMES';
      readonly former: string;
      readonly name: string;
      readonly why: RenameReason;
    };

export const LEVEL_WORDS: Readonly<Record<StatedLevel, Sentence>> = {
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

type Acting = Extract<DiffRow, { kind: 'RAISED' | 'LOWERED' | 'ENDED' | 'RENAMED' }>;

/** What is kept of a row of the diff that was carried out. */
export function listActOf(row: Acting): ListAct {
  switch (row.kind) {
    case 'RAISED':
    case 'LOWERED':
      return { code: 'LIST_MOVES', from: row.standing.level, to: row.entry.level };
    case 'ENDED':
      return { code: 'LIST_ENDS', level: row.standing.level };
    case 'RENAMED':
      return { code: 'LIST_RENAMES', former: row.standing.place, name: row.entry.place, why: row.reason };
    default:
      return row satisfies never;
  }
}

const ORDER: readonly StatedLevel[] = ['LOW', 'MEDIUM', 'HIGH'];

/** What a list did to a place, in both languages. */
export function explainListAct(act: ListAct): Sentence {
  switch (act.code) {
    case 'LIST_NAMES': {
      const level = LEVEL_WORDS[act.level];
      return { zh: `名单列为${level.zh}。`, en: `The list names it ${level.en}.` };
    }
    case 'LIST_MOVES': {
      const [from, to] = [LEVEL_WORDS[act.from], LEVEL_WORDS[act.to]];
      const verb = ORDER.indexOf(act.to) > ORDER.indexOf(act.from) ? '上调' : '下调';
      return {
        zh: `名单由${from.zh}${verb}为${to.zh}。`,
        en: `The list moves it from ${from.en} to ${to.en}.`,
      };
    }
    case 'LIST_ENDS': {
      const level = LEVEL_WORDS[act.level];
      return {
        zh: `原为${level.zh}，名单不再列出；缺列本身不等于解除。`,
        en: `It stood at ${level.en} and the list no longer names it; absence alone is no release.`,
      };
    }
    case 'LIST_RENAMES': {
      const why = RENAME[act.why];
      return {
        zh: `「${act.name}」与「${act.former}」为同一处：${why.zh}。`,
        en: `“${act.name}” is “${act.former}”: it ${why.en}.`,
      };
    }
    default:
      return act satisfies never;
  }
}
