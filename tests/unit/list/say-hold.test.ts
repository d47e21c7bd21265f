import { describe, expect, it } from 'vitest';
import { type HoldCode, type HoldReason, readHold, storedHold } from '@/domain/list/hold-reason';
import type { ListWarning, ListWarningCode } from '@/domain/list/list-warning';
import { sayHold, sayStoredHold } from '@/domain/list/say-hold';
import { sayWarning } from '@/domain/list/say-warning';

type Said<T> = readonly [value: T, zh: string, en: string];

const at = { pointer: '7:1', line: 7 };
const LONG = '楼'.repeat(90);

// Every kind there is: one that is added has no place here, and the types say so.
const WARNINGS: { readonly [Code in ListWarningCode]: Said<Extract<ListWarning, { code: Code }>> } = {
  COUNT_MISMATCH: [
    { code: 'COUNT_MISMATCH', pointer: '/data/mcount', level: 'MEDIUM', stated: 3, found: 2 },
    '名单自称有中风险地区3个，实际列出2个。',
    'The list states 3 medium-risk places but names 2.',
  ],
  LINE_COUNT_MISMATCH: [
    { code: 'LINE_COUNT_MISMATCH', ...at, stated: 3, counted: 2, found: '昆都仑区阿尔丁街道 | 前进街道' },
    '第7行标明3个，读出2个：昆都仑区阿尔丁街道 | 前进街道',
    'Line 7 states 3 places, 2 were read: 昆都仑区阿尔丁街道 | 前进街道',
  ],
  BLANK_PLACE: [
    { code: 'BLANK_PLACE', pointer: '/data/middlelist/0/communitys/1', found: '…' },
    '/data/middlelist/0/communitys/1 处的地名「…」没有文字，未计入。',
    'The place text 「…」 at /data/middlelist/0/communitys/1 has no letter; it makes no entry.',
  ],
  UNREAD_LINE: [
    { code: 'UNREAD_LINE', ...at, found: '以下略。' },
    '第7行不是名单的写法，未读取：「以下略。」',
    "Line 7 is not of the list's form and was not read: 「以下略。」",
  ],
  UNFINISHED: [
    { code: 'UNFINISHED', ...at, found: '丰满区龙城' },
    '名单到第7行没有结尾，可能被截断：「丰满区龙城」',
    'The list stops at line 7 without an end and may be cut off: 「丰满区龙城」',
  ],
  WRAPPED_PLACE: [
    { code: 'WRAPPED_PLACE', ...at, found: '环河街街道⏎巴彦南路社区', read: '环河街街道巴彦南路社区' },
    '第7行之后在「环河街街道⏎巴彦南路社区」处断行，连读为「环河街街道巴彦南路社区」',
    'After line 7 the line breaks inside 「环河街街道⏎巴彦南路社区」; it was read as 「环河街街道巴彦南路社区」',
  ],
  READ_BY_COUNT: [
    { code: 'READ_BY_COUNT', ...at, found: '甲村 | 乙村' },
    '第7行有几种读法，按行内个数断为：甲村 | 乙村',
    'Line 7 can be read in several ways; by its number it was read as: 甲村 | 乙村',
  ],
  ODD_PLACE: [
    { code: 'ODD_PLACE', ...at, found: LONG },
    `第7行的「${LONG.slice(0, 80)}…」不像一处地名`,
    `「${LONG.slice(0, 80)}…」 on line 7 does not look like one place`,
  ],
  OTHER_ENCODING: [
    { code: 'OTHER_ENCODING', pointer: '1:1', found: 'GB18030' },
    '文件不是 UTF-8，按 GB18030 读出。',
    'The file is not UTF-8 and was read as GB18030.',
  ],
};

const HOLDS: { readonly [Code in HoldCode]: Said<Extract<HoldReason, { code: Code }>> } = {
  COUNTS_DISAGREE: [
    {
      code: 'COUNTS_DISAGREE',
      shown: [WARNINGS.COUNT_MISMATCH[0], WARNINGS.LINE_COUNT_MISMATCH[0]],
      more: 0,
    },
    '名单自身的合计与所列条目不符：名单自称有中风险地区3个，实际列出2个；第7行标明3个，读出2个：昆都仑区阿尔丁街道 | 前进街道。',
    'The list’s own totals differ from what it names: The list states 3 medium-risk places but names 2; Line 7 states 3 places, 2 were read: 昆都仑区阿尔丁街道 | 前进街道.',
  ],
  NOT_READ: [
    { code: 'NOT_READ', shown: [WARNINGS.UNREAD_LINE[0]], more: 2 },
    '名单中有没有读懂的文字：第7行不是名单的写法，未读取：「以下略。」；另有2处，见“提示”。',
    "Part of the list was not read: Line 7 is not of the list's form and was not read: 「以下略。」; and 2 more under “Warnings”.",
  ],
  DOUBTFUL_PLACES: [
    { code: 'DOUBTFUL_PLACES', shown: [WARNINGS.BLANK_PLACE[0]], more: 0 },
    '有的地点不一定读对：/data/middlelist/0/communitys/1 处的地名「…」没有文字，未计入。',
    'Some places may have been read wrongly: The place text 「…」 at /data/middlelist/0/communitys/1 has no letter; it makes no entry.',
  ],
  DATED_AHEAD: [{ code: 'DATED_AHEAD' }, '名单时间晚于现在。', 'The list is dated after the present.'],
  OLDER_THAN_LAST: [
    { code: 'OLDER_THAN_LAST' },
    '名单时间早于已采用的上一份名单。',
    'The list is older than the last one that was applied.',
  ],
  SAME_HOUR_OTHER_CONTENT: [
    { code: 'SAME_HOUR_OTHER_CONTENT', gone: 1, lowered: 2 },
    '与上一份名单时间相同，却少了1处，下调2处。',
    'The list has the hour of the last one but lacks 1 of its places and lowers 2.',
  ],
  EMPTY_AFTER_FULL: [
    { code: 'EMPTY_AFTER_FULL', before: 9431 },
    '名单为空，而上一份有9431处。',
    'The list is empty; the last one named 9431 places.',
  ],
  TOO_MANY_GONE: [
    { code: 'TOO_MANY_GONE', before: 100, gone: 36, net: false, most: 0.35 },
    '100处中有36处不再列出（36 %），超过35 %。',
    '36 of 100 places are gone (36 %), more than 35 %.',
  ],
  GONE_NONE_NEW: [
    { code: 'GONE_NONE_NEW', before: 40_000, gone: 10_400, added: 0 },
    '40000处中有10400处不再列出（26 %），新增0处：大量减少而几乎没有新增，是名单被截断的特征。',
    '10400 of 40000 places are gone (26 %) and 0 are new: many gone and next to none new is the mark of a truncated list.',
  ],
  GONE_EVENLY: [
    { code: 'GONE_EVENLY', before: 40_000, gone: 8_020, added: 120 },
    '40000处中有8020处不再列出（20.1 %），新增120处：各省份减少的比例几乎相同，不像逐地解除，可能有遗漏。',
    '8020 of 40000 places are gone (20.1 %) and 120 are new: every province lost nearly the same share, which releases do not do; places may be missing.',
  ],
  PROVINCES_GONE: [
    {
      code: 'PROVINCES_GONE',
      provinces: [
        { province: '安徽省', places: 45 },
        { province: '海南省', places: 4 },
      ],
    },
    '2个省份整体消失：安徽省 45、海南省 4。',
    'Provinces that left the list altogether: 安徽省 45, 海南省 4.',
  ],
  LEVEL_GONE: [
    { code: 'LEVEL_GONE', level: 'MEDIUM', before: 30 },
    '上一份有中风险地区30处，这份一处也没有。',
    'The last list named 30 medium-risk places, this one names none.',
  ],
};

const everyHold: readonly Said<HoldReason>[] = Object.values(HOLDS);
const everyWarning: readonly Said<ListWarning>[] = Object.values(WARNINGS);
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('what a reading warns of', () => {
  it.each(everyWarning)('%o is said in both languages', (warning, zh, en) => {
    expect([sayWarning(warning, 'zh'), sayWarning(warning, 'en')]).toEqual([zh, en]);
  });
});

describe('a reason to wait', () => {
  it.each(everyHold)('%o is said in both languages', (hold, zh, en) => {
    expect([sayHold(hold, 'zh'), sayHold(hold, 'en')]).toEqual([zh, en]);
  });

  it('says a net loss as one', () => {
    const hold = { ...HOLDS.TOO_MANY_GONE[0], net: true };
    expect(sayHold(hold, 'zh')).toBe('100处中净减少36处不再列出（36 %），超过35 %。');
    expect(sayHold(hold, 'en')).toBe('36 of 100 places are gone net (36 %), more than 35 %.');
  });

  it.each(everyHold)('%o is stored with its version and without words, and read again', (hold) => {
    const stored = asJson(storedHold(hold));
    expect(stored).toEqual({ ...hold, v: 1 });
    expect(stored).not.toHaveProperty('zh');
    expect(readHold(stored)).toEqual(hold);
  });
});

describe('a reason to wait that is stored', () => {
  it('with its sentences, as all were before, is said as it stands', () => {
    const hold = readHold({ code: 'TOO_MANY_GONE', zh: '旧的句子。', en: 'The sentence of then.' });
    expect(hold).toEqual({
      code: 'TOO_MANY_GONE',
      kept: { zh: '旧的句子。', en: 'The sentence of then.' },
    });
    expect(sayStoredHold(hold)).toEqual({ zh: '旧的句子。', en: 'The sentence of then.' });
  });

  it('with figures is said in both languages', () => {
    const stored = { v: 1, code: 'EMPTY_AFTER_FULL', before: 12 };
    expect(sayStoredHold(readHold(stored))).toEqual({
      zh: '名单为空，而上一份有12处。',
      en: 'The list is empty; the last one named 12 places.',
    });
  });

  it.each([
    [{ v: 2, code: 'EMPTY_AFTER_FULL', before: 12 }, 'EMPTY_AFTER_FULL'],
    [{ v: 2, code: 'EMPTY_AFTER_FULL', zh: '句', en: 's' }, 'EMPTY_AFTER_FULL'],
    [{ v: 1, code: 'EMPTY_AFTER_FULL' }, 'EMPTY_AFTER_FULL'],
    [{ v: 1, code: 'NEVER_HEARD_OF' }, 'NEVER_HEARD_OF'],
    [{ code: 'DATED_AHEAD' }, 'DATED_AHEAD'],
    ['DATED_AHEAD', ''],
    [null, ''],
  ])('in a form that is not known is not guessed at: %o', (stored, code) => {
    expect(readHold(stored)).toEqual({ code, kept: null });
    expect(sayStoredHold(readHold(stored))).toBeNull();
  });
});
