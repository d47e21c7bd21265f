import { explainSaying } from '@/domain/area/explain';
import { explainListAct } from '@/domain/list/explain-list-act';
import type { Sentence } from '@/domain/list/sentence';
import { type ProgramReason, programReason } from '@/domain/reason/program-reason';

const FOUND: Readonly<Record<Extract<ProgramReason, { code: 'DRILL_FOUND' }>['where'], Sentence>> = {
  COMMUNITY: { zh: '演练数据：社会面检出', en: 'Drill data: found in the community' },
  HOME_ISOLATION: {
    zh: '演练数据：居家隔离期间发现，评估无家庭外风险',
    en: 'Drill data: found in home isolation, no risk beyond the household',
  },
  AGAIN: { zh: '演练数据：区域内再次检出', en: 'Drill data: found in the area again' },
};

/** A kept reason in a language: what a person typed as typed, what the program kept put into words. */
export function sayReason(stored: string, language: keyof Sentence): string {
  const reason = programReason(stored);
  return reason === null ? stored : said(reason)[language];
}

function said(reason: ProgramReason): Sentence {
  switch (reason.code) {
    case 'LOWERED_BY_RULE':
      return explainSaying(reason.subject, reason.saying);
    case 'LIST_NAMES':
    case 'LIST_MOVES':
    case 'LIST_ENDS':
    case 'LIST_RENAMES':
      return explainListAct(reason);
    case 'DRILL_LISTED': {
      const { day, hour } = reason;
      return {
        zh: `${day} ${hour}时起列入全国名单`,
        en: `On the national list since ${hour}:00 on ${day}`,
      };
    }
    case 'DRILL_FOUND':
      return FOUND[reason.where];
    case 'KEPT_WORDS':
      return { zh: reason.words, en: reason.words };
    default:
      return reason satisfies never;
  }
}
