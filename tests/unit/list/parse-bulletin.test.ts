import { describe, expect, it } from 'vitest';
import { sayPhrase } from '@/domain/list/fault-words';
import { parseBulletinList } from '@/domain/list/parse-bulletin';
import type { ParsedList } from '@/domain/list/types';

function bulletin(high: readonly string[], counts = [high.length, 0], published = '2022-03-06'): string {
  return [
    '首页',
    '截至3月5日24时江苏新型冠状病毒肺炎疫情最新情况',
    `发布日期：${published} 09:20:21`,
    '疫情风险等级提醒 ',
    `截至3月5日24时，全国现有${counts[0]}个高风险地区，${counts[1]}个中风险地区：`,
    `高风险地区（${counts[0]}个）：`,
    ...high,
    '境外（除澳门地区为低风险外）仍全部为高风险地区。',
    '关闭',
  ].join('\n');
}

function listOf(text: string): ParsedList {
  const result = parseBulletinList(text);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.list;
}

function errorsOf(text: string) {
  const result = parseBulletinList(text);
  return (result.ok ? [] : result.errors).map(({ expected, found, ...error }) => ({
    ...error,
    expected: sayPhrase(expected, 'en'),
    found: sayPhrase(found, 'en'),
  }));
}

function placesOf(line: string): string[] {
  return listOf(bulletin([line])).entries.map((entry) => `${entry.writtenPath} | ${entry.place}`);
}

describe('a line of a bulletin', () => {
  it('lets the next name inherit district and street', () => {
    expect(
      placesOf(
        '内蒙古呼和浩特市（4个）：新城区成吉思汗大街街道哈拉更村、府兴社区；玉泉区小黑河镇祥和苑社区、石东路街道康乐社区。',
      ),
    ).toEqual([
      '内蒙古自治区 呼和浩特市 新城区 | 成吉思汗大街街道哈拉更村',
      '内蒙古自治区 呼和浩特市 新城区 | 成吉思汗大街街道府兴社区',
      '内蒙古自治区 呼和浩特市 玉泉区 | 小黑河镇祥和苑社区',
      '内蒙古自治区 呼和浩特市 玉泉区 | 石东路街道康乐社区',
    ]);
  });

  it('starts a new district after a comma', () => {
    expect(
      placesOf(
        '湖北省武汉市（3个）：武昌区中华路街道凯莱熙酒店户部巷店，江岸区车站街道华清园小区4栋、后湖街道同鑫花园小区29栋。',
      ),
    ).toEqual([
      '湖北省 武汉市 武昌区 | 中华路街道凯莱熙酒店户部巷店',
      '湖北省 武汉市 江岸区 | 车站街道华清园小区4栋',
      '湖北省 武汉市 江岸区 | 后湖街道同鑫花园小区29栋',
    ]);
  });

  it('keeps a boundary with commas as one place that inherits the district but no street', () => {
    expect(
      placesOf(
        '内蒙古呼和浩特市（3个）：土左旗白庙子镇东坝什村，京包铁路线以北、在建三环路(土左旗金川段)以东、原110国道以南以西围合区域，回民区环河街街道巴彦南路社区。',
      ),
    ).toEqual([
      '内蒙古自治区 呼和浩特市 土左旗 | 白庙子镇东坝什村',
      '内蒙古自治区 呼和浩特市 土左旗 | 京包铁路线以北、在建三环路(土左旗金川段)以东、原110国道以南以西围合区域',
      '内蒙古自治区 呼和浩特市 回民区 | 环河街街道巴彦南路社区',
    ]);
  });

  it('gathers an enclosed area back to where its own count puts the beginning', () => {
    expect(
      placesOf(
        '广东省东莞市（2个）：大朗镇杨涌村商业路16号；虎门镇南栅社区冲元二巷1号、3号，三巷1号、2号，五巷1号、4号合围区域。',
      ),
    ).toEqual([
      '广东省 东莞市 | 大朗镇杨涌村商业路16号',
      '广东省 东莞市 | 虎门镇南栅社区冲元二巷1号、3号，三巷1号、2号，五巷1号、4号合围区域',
    ]);
  });

  it('joins bare numbers to the place before', () => {
    expect(
      placesOf(
        '四川省成都市（2个）：高新区中和街道中德世邦和庭（原中德K区）1栋、7栋、8栋，桂溪街道英郡三期小区。',
      ),
    ).toEqual([
      '四川省 成都市 高新区 | 中和街道中德世邦和庭（原中德K区）1栋、7栋、8栋',
      '四川省 成都市 高新区 | 桂溪街道英郡三期小区',
    ]);
  });

  it('does not take 小区, 镇 or an institution’s own name for a district', () => {
    expect(placesOf('黑龙江省鸡西市（3个）：鸡东县将蓝天名苑小区22号楼、长春小区、鸡东县人民医院。')).toEqual(
      [
        '黑龙江省 鸡西市 鸡东县 | 将蓝天名苑小区22号楼',
        '黑龙江省 鸡西市 鸡东县 | 长春小区',
        '黑龙江省 鸡西市 鸡东县 | 鸡东县人民医院',
      ],
    );
    expect(
      placesOf('云南省临沧市（1个）：镇康县南伞镇新城社区公主路以东，自文景路以北至泰安路以南片区。'),
    ).toEqual(['云南省 临沧市 镇康县 | 南伞镇新城社区公主路以东，自文景路以北至泰安路以南片区']);
  });

  it('lets a zone of its own inherit the district, not the street', () => {
    expect(placesOf('内蒙古呼和浩特市（2个）：赛罕区榆林镇东干丈村、原如意开发区东岸国际2期。')).toEqual([
      '内蒙古自治区 呼和浩特市 赛罕区 | 榆林镇东干丈村',
      '内蒙古自治区 呼和浩特市 赛罕区 | 原如意开发区东岸国际2期',
    ]);
  });

  it('does not take 市场 for a city', () => {
    expect(placesOf('湖北省武汉市（2个）：武昌区中华路街道户部巷、华联市场。')).toEqual([
      '湖北省 武汉市 武昌区 | 中华路街道户部巷',
      '湖北省 武汉市 武昌区 | 中华路街道华联市场',
    ]);
  });

  it('never joins over a semicolon', () => {
    expect(placesOf('云南省临沧市（2个）：镇康县公主路以东；文景路以北片区。')).toEqual([
      '云南省 临沧市 镇康县 | 公主路以东',
      '云南省 临沧市 镇康县 | 文景路以北片区',
    ]);
  });

  it('puts the district of a municipality from its head into the county', () => {
    expect(placesOf('上海市普陀区（1个）：石泉街道宁强路33号。')).toEqual([
      '上海市 上海市 普陀区 | 石泉街道宁强路33号',
    ]);
  });

  it('asks the caller’s division names', () => {
    const result = parseBulletinList(
      bulletin(['云南省德宏自治州（1个）：瑞丽姐告区国门社区。']),
      (path, text) => path === '云南省 德宏自治州' && text === '瑞丽姐告区',
    );
    expect(result.ok && result.list.entries.map((entry) => [entry.county, entry.place])).toEqual([
      ['瑞丽姐告区', '国门社区'],
    ]);
  });

  it('whose own number is wrong is read with a warning that shows the pieces', () => {
    const list = listOf(bulletin(['内蒙古包头市（3个）：昆都仑区阿尔丁街道、前进街道。'], [2, 0]));
    expect(list.entries).toHaveLength(2);
    expect(list.warnings).toEqual([
      {
        code: 'LINE_COUNT_MISMATCH',
        pointer: '7:1',
        line: 7,
        stated: 3,
        counted: 2,
        found: '昆都仑区阿尔丁街道 | 前进街道',
      },
    ]);
  });

  it('that is not of the form is named', () => {
    const list = listOf(
      bulletin(['吉林省吉林市（1个）：丰满区龙城帝景小区103栋。', '某地一个：无名'], [1, 0]),
    );
    expect(list.warnings.map((warning) => [warning.code, warning.pointer, warning.found])).toEqual([
      ['UNREAD_LINE', '8:1', '某地一个：无名'],
    ]);
  });
});

describe('the head of a bulletin’s list', () => {
  const LINE = '吉林省吉林市（1个）：丰满区龙城帝景小区103栋。';

  it('gives the hour with the year of 发布日期, and pointers to line and column', () => {
    const list = listOf(bulletin([LINE]));
    expect(list.form).toBe('BULLETIN_PROSE');
    expect(list.listTime).toBe(Date.parse('2022-03-06T00:00:00+08:00'));
    expect(list.statedCounts).toEqual({ HIGH: 1, MEDIUM: 0, LOW: null });
    expect(list.entries[0]).toEqual({
      ordinal: 0,
      level: 'HIGH',
      province: '吉林省',
      city: '吉林市',
      county: '丰满区',
      writtenPath: '吉林省 吉林市 丰满区',
      place: '龙城帝景小区103栋',
      pointer: '7:12',
    });
  });

  it('belongs to the year before when published after New Year', () => {
    const text = bulletin([LINE], [1, 0], '2022-01-01').replaceAll('3月5日24时', '12月31日24时');
    expect(listOf(text).listTime).toBe(Date.parse('2022-01-01T00:00:00+08:00'));
  });

  it('whose total differs from the places is warned of', () => {
    const list = listOf(bulletin([LINE], [2, 0]));
    expect(list.warnings).toEqual([
      { code: 'COUNT_MISMATCH', pointer: '6:1', level: 'HIGH', stated: 2, found: 1 },
    ]);
  });

  it('may have Windows line ends and a byte order mark', () => {
    expect(listOf(`\ufeff${bulletin([LINE]).replaceAll('\n', '\r\n')}`).entries).toHaveLength(1);
  });
});

describe('a text that holds no list', () => {
  it('is refused with what was looked for', () => {
    expect(errorsOf('\n  首页\n新闻')).toEqual([
      {
        code: 'NO_LIST',
        pointer: '1:1',
        expected: 'the sentence 截至…月…日…时，全国现有…个高风险地区，…个中风险地区',
        found: '首页',
      },
    ]);
  });

  it('is refused without a year', () => {
    const text = bulletin(['吉林省吉林市（1个）：丰满区龙城帝景小区103栋。']).replace('发布日期', '来源');
    expect(errorsOf(text)).toEqual([
      {
        code: 'BAD_TIME',
        pointer: '5:1',
        expected: 'a year, or a line 发布日期：YYYY-MM-DD',
        found: '截至3月5日24时，全国现有1个高风险地区，0个中风险地区',
      },
    ]);
  });

  it('is refused when a section is missing', () => {
    expect(
      errorsOf(bulletin([], [0, 3])).map((error) => [error.code, error.pointer, error.expected]),
    ).toEqual([['NO_LIST', '5:1', 'a section 中风险地区（N个）： below this line']]);
  });
});
