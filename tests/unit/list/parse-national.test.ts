import { describe, expect, it } from 'vitest';
import { sayPhrase } from '@/domain/list/fault-words';
import { MAX_LIST_CHARACTERS, parseNationalList } from '@/domain/list/parse-national';
import type { ParsedList } from '@/domain/list/types';

// The list of 2022-07-01 0时 as published, shortened to one high and two medium places.
const FILE = `{"data": {"end_update_time": "2022-07-01 0时", "hcount": 1, "mcount": 2,
"highlist": [{"type": "2", "province": "北京市", "city": "昌平区", "county": "小汤山镇", "area_name": "北京市 昌平区 小汤山镇", "communitys": ["大汤山村双兴苑小区"]}],
"middlelist": [{"type": "2", "province": "江苏省", "city": "南京市", "county": "六合区", "area_name": "江苏省 南京市 六合区", "communitys": ["龙池街道沿河花园小区", " 龙池街道紫晶国际 "]}]},
"code": 0, "msg": "查询成功"}`;

function listOf(text: string): ParsedList {
  const result = parseNationalList(text);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.list;
}

function errorsOf(text: string) {
  const result = parseNationalList(text);
  return (result.ok ? [] : result.errors).map(({ expected, found, ...error }) => ({
    ...error,
    expected: sayPhrase(expected, 'en'),
    found: sayPhrase(found, 'en'),
  }));
}

describe('a national list', () => {
  it('gives every place with its path, level and pointer', () => {
    const list = listOf(FILE);
    expect(list.listTime).toBe(Date.parse('2022-07-01T00:00:00+08:00'));
    expect(list.statedCounts).toEqual({ HIGH: 1, MEDIUM: 2, LOW: null });
    expect(list.warnings).toEqual([]);
    expect(list.entries).toEqual([
      {
        ordinal: 0,
        level: 'HIGH',
        province: '北京市',
        city: '昌平区',
        county: '小汤山镇',
        writtenPath: '北京市 昌平区 小汤山镇',
        place: '大汤山村双兴苑小区',
        pointer: '/data/highlist/0/communitys/0',
      },
      {
        ordinal: 1,
        level: 'MEDIUM',
        province: '江苏省',
        city: '南京市',
        county: '六合区',
        writtenPath: '江苏省 南京市 六合区',
        place: '龙池街道沿河花园小区',
        pointer: '/data/middlelist/0/communitys/0',
      },
      {
        ordinal: 2,
        level: 'MEDIUM',
        province: '江苏省',
        city: '南京市',
        county: '六合区',
        writtenPath: '江苏省 南京市 六合区',
        place: '龙池街道紫晶国际',
        pointer: '/data/middlelist/0/communitys/1',
      },
    ]);
  });

  it.each([
    ['2022-07-01 9时', '2022-07-01T09:00:00+08:00'],
    ['2022-07-01 09时', '2022-07-01T09:00:00+08:00'],
    ['2022-12-31 24时', '2023-01-01T00:00:00+08:00'],
  ])('reads its hour %s', (hour, instant) => {
    expect(listOf(FILE.replace('2022-07-01 0时', hour)).listTime).toBe(Date.parse(instant));
  });

  it.each(['2022-07-01', '2022-02-30 9时', '2022-07-01 25时', ''])('refuses the hour 「%s」', (hour) => {
    expect(errorsOf(FILE.replace('2022-07-01 0时', hour))).toEqual([
      {
        code: 'BAD_TIME',
        pointer: '/data/end_update_time',
        expected: 'an hour such as "2022-07-01 9时"',
        found: JSON.stringify(hour),
      },
    ]);
  });

  it('may start with a byte order mark', () => {
    expect(listOf(`\ufeff${FILE}`).entries).toHaveLength(3);
  });

  it('may be empty', () => {
    const list = listOf(
      '{"data":{"end_update_time":"2022-12-24 11时","hcount":0,"mcount":0,"lcount":0,"highlist":[],"middlelist":[],"lowlist":[]},"code":0,"msg":"查询成功"}',
    );
    expect(list.entries).toEqual([]);
    expect(list.statedCounts).toEqual({ HIGH: 0, MEDIUM: 0, LOW: 0 });
  });

  it('that miscounts itself is read with a warning', () => {
    expect(listOf(FILE.replace('"mcount": 2', '"mcount": 3')).warnings).toEqual([
      { code: 'COUNT_MISMATCH', pointer: '/data/mcount', level: 'MEDIUM', stated: 3, found: 2 },
    ]);
  });

  it('keeps its count when a place text is blank, and says where', () => {
    const list = listOf(FILE.replace('" 龙池街道紫晶国际 "', '"　"'));
    expect(list.entries).toHaveLength(2);
    expect(list.warnings.map((warning) => [warning.code, warning.pointer])).toEqual([
      ['BLANK_PLACE', '/data/middlelist/0/communitys/1'],
    ]);
  });
});

describe('a file that is no national list', () => {
  it.each<[string, string, string, string, string]>([
    [
      'a place that is a number',
      FILE.replace('"大汤山村双兴苑小区"', '17'),
      '/data/highlist/0/communitys/0',
      'a place text',
      '17',
    ],
    [
      'places that are no array',
      FILE.replace('["大汤山村双兴苑小区"]', '"大汤山村"'),
      '/data/highlist/0/communitys',
      'an array of place texts',
      '"大汤山村"',
    ],
    [
      'a county row without province',
      FILE.replace('"province": "北京市"', '"province": null'),
      '/data/highlist/0/province',
      'a name',
      'null',
    ],
    [
      'a count in words',
      FILE.replace('"hcount": 1', '"hcount": "one"'),
      '/data/hcount',
      'a whole number',
      '"one"',
    ],
    [
      'no medium list',
      FILE.replace('"middlelist"', '"other"'),
      '/data/middlelist',
      'an array of places by county',
      'nothing',
    ],
    [
      'another JSON',
      '{"type":"FeatureCollection","features":[]}',
      '/data',
      'an object with "end_update_time" and "highlist"',
      'nothing',
    ],
    ['an array', '[1,2]', '', 'an object with "data"', 'an array of 2'],
    ['the service’s own error', '{"data":{},"code":500,"msg":"繁忙"}', '/code', '0', '500'],
  ])('%s is named with its pointer', (_what, text, pointer, expected, found) => {
    expect(errorsOf(text)).toEqual([{ code: 'WRONG_SHAPE', pointer, expected, found }]);
  });

  it.each<[string, string, string, string, string]>([
    ['cut off after a comma', '{"data":{\n"hcount":1,', '2:12', 'a key', 'end of file'],
    [
      'cut off inside a text',
      '{"data":{\n"end_update_time":"2022-07',
      '2:19',
      'a value',
      'an unfinished text "2022-07',
    ],
    ['a missing comma', '{"a":1 "b":2}', '1:8', ', or }', '"b":2}'],
    ['a comma too many', '{"a":[1,]}', '1:9', 'a value', ']}'],
    ['text after the end', '{"a":[]} x', '1:10', 'end of file', 'x'],
    ['a missing colon', '{"a" 1}', '1:6', ':', '1}'],
    ['an empty file', '', '1:1', 'a value', 'end of file'],
    ['prose', '截至3月5日24时', '1:1', 'a value', '截至3月5日24时'],
    ['nothing in an array', '{"a":[', '1:7', 'a value or ]', 'end of file'],
    ['a bracket that closes a brace', '{"a":1]', '1:7', ', or }', ']'],
    ['a comment', '{"a":1 // one\n}', '1:8', ', or }', '// one\n}'],
    ['brackets without end', '['.repeat(200_000), '1:101', 'a value or ]', '[[[[[[[[[[[[[[[[[[[['],
  ])('%s is named with line and column', (_what, text, pointer, expected, found) => {
    expect(errorsOf(text)).toEqual([{ code: 'NOT_JSON', pointer, expected, found }]);
  });

  it('is refused when it is larger than any list', () => {
    expect(errorsOf(' '.repeat(MAX_LIST_CHARACTERS + 1)).map((error) => error.code)).toEqual(['TOO_LARGE']);
  });

  it('is refused when it was not written in UTF-8', () => {
    expect(errorsOf(FILE.replace('小汤山镇', '\ufffd\ufffd'))).toEqual([
      {
        code: 'NOT_UTF8',
        pointer: '2:73',
        expected: 'readable text',
        found: 'a character that was lost (�)',
      },
    ]);
  });
});
