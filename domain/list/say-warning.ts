import type { StatedLevel } from '@/domain/level/level';
import { shorten } from '@/domain/list/describe-value';
import type { ListWarning } from '@/domain/list/list-warning';
import type { Sentence } from '@/domain/list/sentence';

/** A level as an attribute of places. */
export const RISK_WORDS: Readonly<Record<StatedLevel, Sentence>> = {
  HIGH: { zh: '高风险', en: 'high-risk' },
  MEDIUM: { zh: '中风险', en: 'medium-risk' },
  LOW: { zh: '低风险', en: 'low-risk' },
};

/** What the reading of a list warns of, in a language. */
export function sayWarning(warning: ListWarning, language: keyof Sentence): string {
  return said(warning)[language];
}

function said(warning: ListWarning): Sentence {
  switch (warning.code) {
    case 'COUNT_MISMATCH': {
      const { stated, found } = warning;
      const level = RISK_WORDS[warning.level];
      return {
        zh: `名单自称有${level.zh}地区${stated}个，实际列出${found}个。`,
        en: `The list states ${stated} ${level.en} places but names ${found}.`,
      };
    }
    case 'LINE_COUNT_MISMATCH': {
      const { line, stated, counted, found } = warning;
      return {
        zh: `第${line}行标明${stated}个，读出${counted}个：${found}`,
        en: `Line ${line} states ${stated} places, ${counted} were read: ${found}`,
      };
    }
    case 'BLANK_PLACE':
      return {
        zh: `${warning.pointer} 处的地名「${warning.found}」没有文字，未计入。`,
        en: `The place text 「${warning.found}」 at ${warning.pointer} has no letter; it makes no entry.`,
      };
    case 'UNREAD_LINE':
      return {
        zh: `第${warning.line}行不是名单的写法，未读取：「${warning.found}」`,
        en: `Line ${warning.line} is not of the list's form and was not read: 「${warning.found}」`,
      };
    case 'UNFINISHED':
      return {
        zh: `名单到第${warning.line}行没有结尾，可能被截断：「${warning.found}」`,
        en: `The list stops at line ${warning.line} without an end and may be cut off: 「${warning.found}」`,
      };
    case 'WRAPPED_PLACE':
      return {
        zh: `第${warning.line}行之后在「${warning.found}」处断行，连读为「${warning.read}」`,
        en: `After line ${warning.line} the line breaks inside 「${warning.found}」; it was read as 「${warning.read}」`,
      };
    case 'READ_BY_COUNT':
      return {
        zh: `第${warning.line}行有几种读法，按行内个数断为：${warning.found}`,
        en: `Line ${warning.line} can be read in several ways; by its number it was read as: ${warning.found}`,
      };
    case 'ODD_PLACE': {
      const found = shorten(warning.found, 80);
      return {
        zh: `第${warning.line}行的「${found}」不像一处地名`,
        en: `「${found}」 on line ${warning.line} does not look like one place`,
      };
    }
    case 'OTHER_ENCODING':
      return {
        zh: `文件不是 UTF-8，按 ${warning.found} 读出。`,
        en: `The file is not UTF-8 and was read as ${warning.found}.`,
      };
    default:
      return warning satisfies never;
  }
}
