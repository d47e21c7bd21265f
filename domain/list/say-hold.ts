import type { HoldReason, KeptHold } from '@/domain/list/hold-reason';
import { RISK_WORDS, sayWarning } from '@/domain/list/say-warning';
import type { Sentence } from '@/domain/list/sentence';

const READING: Readonly<Record<Extract<HoldReason, { shown: unknown }>['code'], Sentence>> = {
  COUNTS_DISAGREE: {
    zh: '名单自身的合计与所列条目不符',
    en: 'The list’s own totals differ from what it names',
  },
  NOT_READ: { zh: '名单中有没有读懂的文字', en: 'Part of the list was not read' },
  DOUBTFUL_PLACES: { zh: '有的地点不一定读对', en: 'Some places may have been read wrongly' },
};

/** Why a list must wait, in a language. */
export function sayHold(hold: HoldReason, language: keyof Sentence): string {
  return said(hold)[language];
}

/** The same of what is stored; null where the stored form is not known. */
export function sayStoredHold(hold: HoldReason | KeptHold): Sentence | null {
  return 'kept' in hold ? hold.kept : said(hold);
}

function said(hold: HoldReason): Sentence {
  switch (hold.code) {
    case 'COUNTS_DISAGREE':
    case 'NOT_READ':
    case 'DOUBTFUL_PLACES': {
      const { shown, more } = hold;
      const lead = READING[hold.code];
      const zh = shown.map((warning) => sayWarning(warning, 'zh').replace(/。$/, '')).join('；');
      const en = shown.map((warning) => sayWarning(warning, 'en').replace(/\.$/, '')).join('; ');
      return {
        zh: `${lead.zh}：${zh}${more > 0 ? `；另有${more}处，见“提示”` : ''}。`,
        en: `${lead.en}: ${en}${more > 0 ? `; and ${more} more under “Warnings”` : ''}.`,
      };
    }
    case 'DATED_AHEAD':
      return { zh: '名单时间晚于现在。', en: 'The list is dated after the present.' };
    case 'OLDER_THAN_LAST':
      return {
        zh: '名单时间早于已采用的上一份名单。',
        en: 'The list is older than the last one that was applied.',
      };
    case 'SAME_HOUR_OTHER_CONTENT': {
      const { gone, lowered } = hold;
      return {
        zh: `与上一份名单时间相同，却少了${gone}处，下调${lowered}处。`,
        en: `The list has the hour of the last one but lacks ${gone} of its places and lowers ${lowered}.`,
      };
    }
    case 'EMPTY_AFTER_FULL':
      return {
        zh: `名单为空，而上一份有${hold.before}处。`,
        en: `The list is empty; the last one named ${hold.before} places.`,
      };
    case 'TOO_MANY_GONE': {
      const { before, gone, net } = hold;
      const [share, most] = [percent(gone / before), percent(hold.most)];
      return {
        zh: `${before}处中${net ? '净减少' : '有'}${gone}处不再列出（${share}），超过${most}。`,
        en: `${gone} of ${before} places are gone${net ? ' net' : ''} (${share}), more than ${most}.`,
      };
    }
    case 'GONE_NONE_NEW': {
      const { zh, en } = goneAndNew(hold);
      return {
        zh: `${zh}：大量减少而几乎没有新增，是名单被截断的特征。`,
        en: `${en}: many gone and next to none new is the mark of a truncated list.`,
      };
    }
    case 'GONE_EVENLY': {
      const { zh, en } = goneAndNew(hold);
      return {
        zh: `${zh}：各省份减少的比例几乎相同，不像逐地解除，可能有遗漏。`,
        en: `${en}: every province lost nearly the same share, which releases do not do; places may be missing.`,
      };
    }
    case 'PROVINCES_GONE': {
      const names = hold.provinces.map(({ province, places }) => `${province} ${places}`);
      return {
        zh: `${names.length}个省份整体消失：${names.join('、')}。`,
        en: `Provinces that left the list altogether: ${names.join(', ')}.`,
      };
    }
    case 'LEVEL_GONE': {
      const { zh, en } = RISK_WORDS[hold.level];
      return {
        zh: `上一份有${zh}地区${hold.before}处，这份一处也没有。`,
        en: `The last list named ${hold.before} ${en} places, this one names none.`,
      };
    }
    default:
      return hold satisfies never;
  }
}

function goneAndNew({ before, gone, added }: Extract<HoldReason, { added: number }>): Sentence {
  const share = percent(gone / before);
  return {
    zh: `${before}处中有${gone}处不再列出（${share}），新增${added}处`,
    en: `${gone} of ${before} places are gone (${share}) and ${added} are new`,
  };
}

/** A share as a percentage with at most one decimal. */
function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
