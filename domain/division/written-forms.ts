import type { Division } from './types';
import { normaliseWritten } from './written-name';

/** How a division may be written. */
export interface WrittenForms {
  /** Forms that name it when they stand alone: full name, aliases and variants of the ending. */
  readonly alone: readonly string[];
  /** Those of them that may also open a longer text, because their ending shows that a division is meant. */
  readonly opening: readonly string[];
}

const STREET_ENDING = /(?:街道|办事处|街道?办|镇|乡|苏木|地区|团|[农林牧渔]场|园区|开发区|管理区|新区)$/;
const COUNTY_ENDING = /[区县市旗]$/;
const ZONE_ENDING = /(?:区|新城|白沟新城|基地|师|兵团|建三江)$/;
/** 天津, 广州 and 武汉 leave out the 道 of 街道: 陈塘庄街, 站前街. */
const STREET_WITHOUT_DAO = /^(?:12|4401|4201)/;

/**
 * Every normalised form of a division's name, without its short name unless that is how it is usually written
 * (内蒙古, 济南高新区).
 */
export function writtenForms(division: Division): WrittenForms {
  const { kind, name, shortName, aliases } = division;
  const alone = new Set([name, ...aliases].map(normaliseWritten));
  switch (kind) {
    case 'PROVINCE':
    case 'PREFECTURE':
      alone.add(shortName);
      return { alone: [...alone], opening: [...alone] };
    case 'FUNCTIONAL_ZONE':
      alone.add(normaliseWritten(shortName));
      return { alone: [...alone], opening: [...alone].filter((form) => ZONE_ENDING.test(form)) };
    case 'COUNTY':
      return { alone: [...alone], opening: [...alone].filter((form) => COUNTY_ENDING.test(form)) };
    case 'STREET':
    case 'COMMUNITY':
      for (const form of [...alone]) addOfficeForms(form, division.code, alone);
      return { alone: [...alone], opening: [...alone].filter(opensAsStreet) };
  }
}

/** A street written without 道 still opens a text (陈塘庄街…); the caller checks that no house number follows. */
function opensAsStreet(form: string): boolean {
  return STREET_ENDING.test(form) || form.endsWith('街');
}

/** Offices as people write them: 新港街道 → 新港街道办事处, 新港办事处, 新港街办; 管庄地区 → 管庄地区办事处. */
function addOfficeForms(form: string, code: string, into: Set<string>): void {
  if (form.endsWith('街道')) {
    const stem = form.slice(0, -2);
    into.add(`${form}办事处`).add(`${form}办`).add(`${stem}街办`);
    if (stem.length >= 2) into.add(`${stem}办事处`);
    if (STREET_WITHOUT_DAO.test(code)) into.add(`${stem}街`);
  } else if (form.endsWith('街道办事处')) into.add(form.slice(0, -3));
  else if (form.endsWith('地区')) into.add(`${form}办事处`);
}
