import { describe, expect, it } from 'vitest';
import { phrase } from '@/domain/list/fault-words';
import { parseList } from '@/domain/list/parse-list';
import { explainFault, ListRefused } from '@/server/ingest/list-refused';

describe('a refused list', () => {
  const error = {
    code: 'WRONG_SHAPE',
    pointer: '/data/hcount',
    expected: phrase('WHOLE_NUMBER'),
    found: phrase('TEXT', '"one"'),
  } as const;
  const refused = new ListRefused('名单.json', [error]);

  it('is worded in the language of who reads it', () => {
    expect([refused.detail, refused.faults[0]?.reason]).toEqual([
      '名单.json is no list at /data/hcount: expected a whole number, found "one". Nothing was changed.',
      'expected a whole number, found "one"',
    ]);
    const chinese = refused.inLanguage('zh');
    expect([chinese.detail, chinese.faults[0]?.reason]).toEqual([
      '名单.json 不是名单：/data/hcount 处应为整数，实为"one"。没有作任何改动。',
      '应为整数，实为"one"',
    ]);
  });

  it('keeps its kind and the kind of its first fault in both', () => {
    for (const problem of [refused, refused.inLanguage('zh')]) {
      expect([problem.kind, problem.extra.listFault]).toEqual(['invalid-input', 'WRONG_SHAPE']);
    }
  });

  it.each([
    '',
    '{"data":{\n"hcount":1,',
    '{"a" 1}',
    '{"a":1 "b":2}',
    '[1,2]',
    '{"data":[]}',
    '{"data":{"end_update_time":"昨天","hcount":"one","mcount":0,"highlist":{},"middlelist":[{}]}}',
    '疫情通报',
    '截至3月5日24时，全国现有1个高风险地区，0个中风险地区',
    '发布日期：2022-03-06 截至3月5日24时，全国现有1个高风险地区，0个中风险地区',
  ])('has no English in its Chinese reasons: %j', (text) => {
    const result = parseList(text);
    const reasons = (result.ok ? [] : result.errors).map((fault) => explainFault(fault, 'zh'));
    expect(reasons.length).toBeGreaterThan(0);
    // What stood in the file and the names of JSON's own fields are quoted as they are.
    const words = reasons.map((reason) => reason.replace(/"[^"]*"/g, '').replace(/JSON|YYYY-MM-DD|N个/g, ''));
    expect(words.filter((reason) => /[a-z]{3}/i.test(reason))).toEqual([]);
  });
});
