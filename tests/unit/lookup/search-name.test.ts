import { describe, expect, it } from 'vitest';
import { search } from '@/domain/lookup/search';
import type { LookupResult } from '@/domain/lookup/types';
import { area, code, DAY, indexOf, NOW } from './fixture';

const written = (results: readonly LookupResult[]): string[] =>
  results.map((result) => `${result.path.map((step) => step.name).join('/')} ${result.match.type}`);

const index = indexOf([area('a1', '220104', '桂林街道天宝小区3号楼')]);
const ask = (query: string, within?: string) =>
  search(index, query, within === undefined ? { at: NOW } : { at: NOW, within: code(within) });

describe('search by name', () => {
  it('answers a repeated county name with every county and its path, those holding areas first', () => {
    expect(written(ask('朝阳区').results)).toEqual(['吉林省/长春市/朝阳区 exact', '北京市/朝阳区 exact']);
  });

  it('puts a prefecture before counties of the same short name', () => {
    expect(written(ask('朝阳').results).slice(0, 3)).toEqual([
      '辽宁省/朝阳市 exact',
      '吉林省/长春市/朝阳区 exact',
      '北京市/朝阳区 exact',
    ]);
  });

  it('finds by alias, by beginning and by a part in the middle', () => {
    expect(written(ask('土左旗').results)).toEqual(['内蒙古自治区/呼和浩特市/土默特左旗 alias']);
    expect(written(ask('呼和').results)).toEqual(['内蒙古自治区/呼和浩特市 prefix']);
    expect(written(ask('默特左').results)).toEqual(['内蒙古自治区/呼和浩特市/土默特左旗 substring']);
  });

  it('finds 乐清 under yueqing and not under leqing', () => {
    expect(written(ask('yueqing').results)).toEqual(['浙江省/温州市/乐清市 pinyin']);
    expect(ask('leqing').results).toEqual([]);
  });

  it('finds by initials and by pinyin with blanks, in capitals', () => {
    expect(written(ask('wfs').results)).toEqual(['山东省/潍坊市 pinyin']);
    expect(written(ask('Wei Fang Shi').results)).toEqual(['山东省/潍坊市 pinyin']);
  });

  it('finds by code of two, four, six, nine and twelve digits, and a zone by its lettered code', () => {
    for (const [query, name] of [
      ['37', '山东省'],
      ['3707', '潍坊市'],
      ['370703', '寒亭区'],
      ['370703000000', '寒亭区'],
      ['370703002', '开元街道'],
      ['370703002201', '团结村村民委员会'],
      ['370700-gaoxin', '潍坊高新技术产业开发区'],
    ] as const) {
      const [first] = ask(query).results;
      expect([first?.name, first?.match.type]).toEqual([name, 'code']);
    }
  });

  it('reads a path with levels left out', () => {
    expect(written(ask('潍坊寒亭').results)).toEqual(['山东省/潍坊市/寒亭区 exact']);
    expect(written(ask('吉林省朝阳区').results)[0]).toBe('吉林省/长春市/朝阳区 exact');
  });

  it('keeps to the division asked for', () => {
    expect(written(ask('朝阳', '110000').results)).toEqual(['北京市/朝阳区 exact']);
    expect(ask('朝阳', '999999').results).toEqual([]);
  });

  it('says what it understood when nothing is found', () => {
    expect(ask('不存在的地方')).toMatchObject({
      results: [],
      understood: { as: 'name', rest: '不存在的地方' },
    });
    expect(ask('　').understood.as).toBe('nothing');
  });

  it('holds the limit between 1 and 100', () => {
    expect(search(index, '朝阳', { at: NOW, limit: 0 }).results).toHaveLength(1);
  });

  it('finds an area without division by its name, its level unknown once nothing is stated', () => {
    const lost = area('lost', null, '第八师134团4连天富光伏工地');
    const over = area('over', null, '第七师某连队', {
      periods: [{ level: 'HIGH', from: NOW - 9 * DAY, to: NOW - DAY }],
    });
    const found = indexOf([lost, over]);
    expect(search(found, '光伏工地', { at: NOW }).results[0]).toMatchObject({
      id: 'lost',
      level: 'HIGH',
      path: [],
    });
    expect(search(found, '某连队', { at: NOW }).results[0]).toMatchObject({ id: 'over', level: 'UNKNOWN' });
  });

  it('finds an area by pinyin and initials from any syllable on', () => {
    const syllables: Record<string, string> = { 欣: 'xin', 海: 'hai', 花: 'hua', 园: 'yuan' };
    const latin = indexOf([area('a', '370703', '欣海花园7号楼')], undefined, (text) =>
      Array.from(text, (character) => syllables[character] ?? character),
    );
    for (const query of ['xinhaihua', 'haihuayuan', 'xhhy', 'hhy7']) {
      expect(search(latin, query, { at: NOW }).results.map((result) => result.id)).toEqual(['a']);
    }
    expect(search(latin, 'aihua', { at: NOW }).results).toEqual([]);
  });
});
