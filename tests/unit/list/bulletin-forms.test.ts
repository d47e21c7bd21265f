import { describe, expect, it } from 'vitest';
import { sayPhrase } from '@/domain/list/fault-words';
import { parseBulletinList } from '@/domain/list/parse-bulletin';
import type { ParsedList } from '@/domain/list/types';
import { BULLETIN } from './bulletin';

function listOf(text: string): ParsedList {
  const result = parseBulletinList(text);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.list;
}

const TRUTH = listOf(BULLETIN).entries.map(({ level, writtenPath, place }) => [level, writtenPath, place]);
const warningsOf = (text: string) =>
  listOf(text).warnings.map(({ code, pointer, found }) => [code, pointer, found]);

function expectSame(text: string): void {
  const list = listOf(text);
  expect(list.warnings).toEqual([]);
  expect(list.entries.map(({ level, writtenPath, place }) => [level, writtenPath, place])).toEqual(TRUTH);
}

describe('a line break inside a place', () => {
  it('is read as one place, and shown: 环河街街道⏎巴彦南路社区 is one high place', () => {
    const list = listOf(BULLETIN.replace('环河街街道巴彦', '环河街街道\n巴彦'));
    expect(list.entries.map((entry) => entry.place)).toContain('环河街街道巴彦南路社区');
    expect(list.entries.map((entry) => entry.place)).not.toContain('环河街街道');
    expect(list.warnings).toEqual([
      {
        code: 'WRAPPED_PLACE',
        pointer: '10:1',
        line: 9,
        found: '回民区环河街街道⏎巴彦南路社区',
        read: '回民区环河街街道巴彦南路社区',
      },
    ]);
  });

  it('with a page number between is not read over', () => {
    const text = BULLETIN.replace('环河街街道巴彦', '环河街街道\n— 2 —\n巴彦');
    expect(warningsOf(text)).toContainEqual(['UNREAD_LINE', '10:1', '— 2 —']);
  });

  it('that swallowed a separator is seen by the number', () => {
    const text = BULLETIN.replace('东坝什村，回民区', '东坝什村\n回民区');
    expect(warningsOf(text).map(([code]) => code)).toEqual([
      'LINE_COUNT_MISMATCH',
      'WRAPPED_PLACE',
      'COUNT_MISMATCH',
    ]);
  });
});

describe('a bulletin in other habits of writing', () => {
  it('may number its sections and lines', () => {
    expectSame(
      BULLETIN.replace('\n高风险地区', '\n一、高风险地区').replace('\n中风险地区', '\n二、中风险地区'),
    );
    expectSame(
      BULLETIN.replace('\n高风险地区', '\n（一）高风险地区').replace('\n中风险地区', '\n（二）中风险地区'),
    );
    expectSame(BULLETIN.replace('\n内蒙古', '\n1.内蒙古').replace('\n天津市', '\n3、天津市'));
  });

  it('may count in 处, in full-width digits and with blanks', () => {
    expectSame(BULLETIN.replaceAll('个）：', '处）：'));
    expectSame(BULLETIN.replaceAll('6个', '6处').replaceAll('8个', '8处'));
    expectSame(BULLETIN.replace('（4个）', '（ ４ 个 ）').replace('呼和浩特市', '呼和 浩特市'));
  });

  it('may put two heads on one line, and a section and its first head', () => {
    expectSame(
      BULLETIN.replace('圪奔村；', '圪奔村；').replace('社区。\n广东省东莞市（1', '社区。广东省东莞市（1'),
    );
    expectSame(BULLETIN.replace('风险地区（6个）：\n', '风险地区（6个）：'));
  });

  it('may state 高风险地区6个、中风险地区8个, and its own year', () => {
    expectSame(
      BULLETIN.replace(
        '全国现有6个高风险地区，8个中风险地区',
        '全国现有高风险地区6个、中风险地区8个',
      ).replace('截至3月6日23时，', '截至2022年3月6日23时，'),
    );
  });

  it('need not end with 境外 when its own page ends there', () => {
    expectSame(BULLETIN.replace(/境外.*\n/, ''));
  });
});

describe('what was not read', () => {
  it.each<[string, string, [string, string, string]]>([
    [
      'a line of another form',
      BULLETIN.replace('\n天津市空港', '\n以下略。\n天津市空港'),
      ['UNREAD_LINE', '11:1', '以下略。'],
    ],
    [
      'a number in brackets inside a line',
      BULLETIN.replace('雅苑足道。', '雅苑足道、某地（3个）：甲村。'),
      [
        'UNREAD_LINE',
        '11:21',
        '（3个）：甲村。中风险地区（8个）：广东省东莞市（2个）：大朗镇蔡边村富民工业园',
      ],
    ],
    [
      'a head without a province',
      BULLETIN.replace('\n吉林省吉林市', '\n吉林市'),
      ['UNREAD_LINE', '16:4', '（2个）：丰满区龙城帝景小区103栋，昌邑区两家子乡李屯村一组。'],
    ],
    [
      'a list that goes on after its end',
      BULLETIN.replace('\n关闭', '\n河北省邢台市（1个）：清河县葛仙庄镇袁宋庄村。'),
      ['UNREAD_LINE', '18:1', '河北省邢台市（1个）：清河县葛仙庄镇袁宋庄村。打印'],
    ],
  ])('%s is named with its line', (_what, text, warning) => {
    expect(warningsOf(text)).toContainEqual(warning);
  });

  it('is the rest of a file that is cut off inside its last place', () => {
    const text = BULLETIN.slice(0, BULLETIN.indexOf('屯村一组'));
    expect(warningsOf(text)).toEqual([
      ['UNFINISHED', '16:33', '吉林省吉林市（2个）：丰满区龙城帝景小区103栋，昌邑区两家子乡李'],
    ]);
  });

  it('are words of another sentence inside a place', () => {
    const text = BULLETIN.replace('雅苑足道。', '雅苑足道\n说明：以上为全国名单。');
    expect(warningsOf(text).map(([code]) => code)).toEqual(['ODD_PLACE', 'WRAPPED_PLACE']);
  });
});

describe('a number that may agree by luck', () => {
  it('杨新路82号、112号 stated as two keeps its road and is held', () => {
    const list = listOf(
      BULLETIN.replace(
        '东莞市（1个）：大朗镇杨新路82号、112号、124号、158号、168号、238号',
        '东莞市（2个）：大朗镇杨新路82号、112号',
      ).replaceAll('6个', '7个'),
    );
    const places = list.entries.filter((entry) => entry.place.startsWith('大朗镇杨新路'));
    expect(places.map((entry) => entry.place)).toEqual(['大朗镇杨新路82号', '大朗镇杨新路112号']);
    expect(list.warnings.map(({ code, pointer }) => [code, pointer])).toEqual([['READ_BY_COUNT', '10:1']]);
  });
});

describe('a place that is none', () => {
  it('has no letter: it is counted, makes no entry and is named', () => {
    const list = listOf(BULLETIN.replace('雅苑足道', '……'));
    expect(list.entries).toHaveLength(13);
    expect(list.warnings.map(({ code, pointer }) => [code, pointer])).toEqual([['BLANK_PLACE', '11:14']]);
  });

  it.each([
    [
      'a lost character',
      '白庙子镇\ufffd\ufffd\ufffd坝什村',
      'NOT_UTF8',
      '9:48',
      'a character that was lost (�)',
    ],
    [
      'a control character',
      '白庙子镇\u0000坝什村',
      'BAD_TEXT',
      '9:48',
      'a character that cannot be read or seen (U+0000)',
    ],
  ])('%s refuses the file', (_what, place, code, pointer, found) => {
    const result = parseBulletinList(BULLETIN.replace('白庙子镇东坝什村', place));
    const errors = result.ok ? [] : result.errors;
    expect(errors.map((error) => [error.code, error.pointer, sayPhrase(error.found, 'en')])).toEqual([
      [code, pointer, found],
    ]);
  });

  it('is longer than any address and refuses the file', () => {
    const result = parseBulletinList(BULLETIN.replace('雅苑足道', '苑'.repeat(3000)));
    const [error] = result.ok ? [] : result.errors;
    expect([error?.code, error?.pointer, error && sayPhrase(error.found, 'zh')]).toEqual([
      'PLACE_TOO_LONG',
      '11:14',
      '3000 个字的地名',
    ]);
  });
});

describe('the hour of a bulletin', () => {
  const errorsOf = (text: string) => {
    const result = parseBulletinList(text);
    return (result.ok ? [] : result.errors).map(({ code, expected }) => [code, sayPhrase(expected, 'en')]);
  };

  it('with a break inside 发布日期 is the same', () => {
    expectSame(BULLETIN.replace('2022-03', '2022-0\n3'));
    expectSame(BULLETIN.replace('2022-03', '202\n2-03'));
  });

  it('that does not belong to the day of publication is refused', () => {
    expect(errorsOf(BULLETIN.replace('2022-03-07', '2022-09-07'))).toEqual([
      ['BAD_TIME', 'an hour at most 31 days before the day of publication'],
    ]);
  });

  it('is not one when two lists stand in the file', () => {
    const second = '截至3月7日24时，全国现有1个高风险地区，0个中风险地区：';
    expect(errorsOf(`${BULLETIN}\n${second}`)).toEqual([['NO_LIST', 'one list']]);
  });
});
