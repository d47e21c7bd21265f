import { describe, expect, it } from 'vitest';
import { readName } from '@/domain/division/reading';
import { readChineseNumber, regularAliases } from '@/domain/division/regular-aliases';
import { shortName } from '@/domain/division/short-name';
import { zoneNames } from '@/domain/division/zone-names';

describe('short names', () => {
  it.each([
    ['内蒙古自治区', 'PROVINCE', '内蒙古'],
    ['广西壮族自治区', 'PROVINCE', '广西'],
    ['新疆维吾尔自治区', 'PROVINCE', '新疆'],
    ['红河哈尼族彝族自治州', 'PREFECTURE', '红河'],
    ['巴音郭楞蒙古自治州', 'PREFECTURE', '巴音郭楞'],
    ['锡林郭勒盟', 'PREFECTURE', '锡林郭勒'],
    ['积石山保安族东乡族撒拉族自治县', 'COUNTY', '积石山'],
    ['东乡族自治县', 'COUNTY', '东乡'],
    ['梅里斯达斡尔族区', 'COUNTY', '梅里斯'],
    ['神农架林区', 'COUNTY', '神农架'],
    ['浦东新区', 'COUNTY', '浦东'],
    ['井陉矿区', 'COUNTY', '井陉矿区'],
    ['单县', 'COUNTY', '单县'],
    ['土默特左旗', 'COUNTY', '土默特左旗'],
    ['开元街道', 'STREET', '开元'],
    ['于家务回族乡', 'STREET', '于家务'],
    ['侯镇', 'STREET', '侯镇'],
    ['多福巷社区居委会', 'COMMUNITY', '多福巷社区'],
    ['王庄村村委会', 'COMMUNITY', '王庄村'],
    ['王庄村委会', 'COMMUNITY', '王庄村'],
  ] as const)('%s (%s) is said %s', (name, kind, expected) => {
    expect(shortName(name, kind)).toBe(expected);
  });
});

describe('aliases that follow by rule', () => {
  it.each([
    ['红河哈尼族彝族自治州', '红河', 'PREFECTURE', '', ['红河州', '红河自治州']],
    ['长阳土家族自治县', '长阳', 'COUNTY', '宜昌市', ['长阳县', '长阳自治县']],
    ['兵团一三四团', '兵团一三四团', 'STREET', '沙湾市', ['一三四团', '134团']],
    ['高密市朝阳街道', '朝阳', 'STREET', '高密市', ['朝阳街道']],
    ['新城区', '新城', 'COUNTY', '呼和浩特市', []],
  ] as const)('%s', (name, short, kind, parent, expected) => {
    expect(regularAliases(name, short, kind, parent)).toEqual(expected);
  });

  it.each([
    ['一三四', 134],
    ['四十五', 45],
    ['十', 10],
    ['二二四', 224],
    ['121', 121],
    ['前海', null],
  ] as const)('reads the number of regiment %s', (text, expected) => {
    expect(readChineseNumber(text)).toBe(expected);
  });
});

describe('names of statistical functional zones', () => {
  it('shortens 济南高新技术产业开发区 to 济南高新区 and knows it as 高新区', () => {
    const names = zoneNames('济南高新技术产业开发区', ['山东', '济南']);
    expect(names.shortName).toBe('济南高新区');
    expect(names.aliases).toContain('高新区');
  });

  it('drops province and prefecture before a specific name', () => {
    const names = zoneNames('河北唐山海港经济开发区', ['河北', '唐山']);
    expect(names.shortName).toBe('唐山海港经开区');
    expect(names.aliases).toContain('海港经济开发区');
    expect(names.aliases).not.toContain('开发区');
  });
});

describe('readings', () => {
  it.each([
    ['乐清市', 'yueqingshi', 'yqs'],
    ['乐亭县', 'laotingxian', 'ltx'],
    ['洪洞县', 'hongtongxian', 'htx'],
    ['涡阳县', 'guoyangxian', 'gyx'],
    ['单县', 'shanxian', 'sx'],
    ['浚县', 'xunxian', 'xx'],
    ['尉犁县', 'yulixian', 'ylx'],
    ['吕梁市', 'lvliangshi', 'lls'],
    ['重庆市', 'chongqingshi', 'cqs'],
    ['都匀市', 'duyunshi', 'dys'],
    ['长子县', 'zhangzixian', 'zzx'],
    ['黄陂区', 'huangpiqu', 'hpq'],
    ['歙县', 'shexian', 'sx'],
    ['经开区（汉南区）', 'jingkaiquhannanqu', 'jkqhnq'],
  ])('%s is read %s', (name, pinyin, initials) => {
    expect(readName(name)).toEqual({ pinyin, initials });
  });
});
