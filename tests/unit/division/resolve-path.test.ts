import { beforeAll, describe, expect, it } from 'vitest';
import { buildResolver, type PathResolver } from '@/domain/division/resolve-path';
import type { Division } from '@/domain/division/types';
import { readUpperDivisions } from '@/server/divisions/read-packages';

let resolver: PathResolver;
let byCode: Map<string, Division>;
beforeAll(async () => {
  const divisions = await readUpperDivisions();
  byCode = new Map(divisions.map((division) => [division.code, division]));
  resolver = buildResolver(divisions);
});

const row = (province: string, city: string, county: string) => resolver.resolve({ province, city, county });

describe('rows of real lists', () => {
  it.each([
    ['内蒙古自治区', '呼和浩特市', '土左旗', '150121', 'Hohhot alias'],
    ['内蒙古自治区', '呼和浩特市', '和林县', '150123', 'Hohhot alias'],
    ['内蒙古自治区', '包头市', '达茂联合旗', '150223', 'alias'],
    ['北京市', '通州区', '宋庄镇', '110112104', 'Beijing: district in city, town in county'],
    ['北京市', '朝阳区', '管庄（地区）乡', '110105035', 'Beijing: 地区 in brackets'],
    ['北京市', '平谷区', '平谷（渔阳地区）镇', '110117003', 'Beijing: other name in brackets'],
    ['北京市', '密云区', '檀营（地区）满族蒙族乡', '110118003', 'Beijing: 地区 before an ethnic township'],
    ['重庆市', '重庆市', '渝中区', '500103', 'municipality repeated as city'],
    ['上海市', '上海市', '浦东新区', '310115', 'municipality repeated as city'],
    ['天津市', '天津市', '河西区', '120103', 'municipality repeated as city'],
    ['河北省', '容城县', '容城县', '130629', 'a county written as its own city'],
    ['海南省', '省直辖县级行政单位', '东方市', '469007', 'directly under the province'],
    ['湖北省', '仙桃市', '仙桃市', '429004', 'directly under the province, as its own city'],
    ['新疆维吾尔自治区', '自治区直辖县级行政区划', '石河子市', '659001', 'directly under the region'],
    ['广东省', '东莞市', '虎门镇', '441900121', '东莞 has no counties'],
    ['广东省', '中山市', '西区街道', '442000004', '中山 has no counties'],
    ['海南省', '儋州市', '市辖区', '460400', 'a dummy county below 儋州'],
    ['甘肃省', '嘉峪关市', '市辖区', '620200', 'a dummy county below 嘉峪关'],
    ['陕西省', '杨凌示范区', '杨陵区', '610403', 'unknown city, the only 杨陵区 of the province'],
    ['黑龙江省', '大兴安岭地区', '加格达奇区(虚拟)', '232761', 'a remark in brackets'],
    ['山东省', '济南市', '高新区', '370176', 'functional zone with a statistical code'],
    ['河南省', '郑州市', '航空港区', '410173', 'functional zone with a statistical code'],
    ['湖北省', '武汉市', '经开区（汉南区）', '420100-jingkai', 'functional zone without a code'],
    ['吉林省', '长春市', '长春新区', '220100-changchunxinqu', 'functional zone without a code'],
    ['重庆市', '重庆市', '两江新区', '500000-liangjiang', 'functional zone under a municipality'],
    ['吉林省', '长白山保护开发区', '池北区', '220000-chibei', 'a zone within a zone'],
    ['　内蒙古自治区', '呼和浩特市　', '新城区', '150102', 'U+3000 blanks'],
    ['新疆维吾尔自治区', '阿克苏地区', '库车县', '652902', 'a county that has become a city'],
    ['河北省', '', '辛集市', '130181', 'no city'],
  ])('%s %s %s → %s (%s)', (province, city, county, code) => {
    const resolution = row(province, city, county);
    expect(resolution).toMatchObject({ division: code, status: 'RESOLVED', beside: null });
    expect(byCode.get(code)?.kind).toBe(resolution.depth);
  });

  it('stays in 北京经开区 and names 荣华街道 of 大兴区 beside it', () => {
    expect(row('北京市', '经济开发区', '荣华街道')).toMatchObject({
      division: '110000-yizhuang',
      depth: 'FUNCTIONAL_ZONE',
      status: 'RESOLVED',
      beside: '110115012',
    });
  });

  it('follows a withdrawn name to its only successor', () => {
    expect(row('浙江省', '杭州市', '下城区')).toMatchObject({ division: '330105', why: 'SUCCESSOR' });
  });

  it('does not choose between two successors', () => {
    expect(row('浙江省', '杭州市', '江干区')).toMatchObject({
      division: '330100',
      status: 'ANCESTOR',
      remainder: '江干区',
      why: 'AMBIGUOUS',
    });
  });
});

describe('what cannot be resolved', () => {
  it.each([
    ['新疆生产建设兵团', '新疆生产建设兵团', '新疆生产建设兵团', '660000', '', 'NOTHING_FINER'],
    ['内蒙古自治区', '', '', '150000', '', 'NOTHING_FINER'],
    ['山东省', '济南市', '', '370100', '', 'NOTHING_FINER'],
    ['山东省', '济南市', '蓬莱仙区', '370100', '蓬莱仙区', 'UNKNOWN_NAME'],
  ])('%s %s %s is kept at what stands above', (province, city, county, code, remainder, why) => {
    expect(row(province, city, county)).toMatchObject({ division: code, status: 'ANCESTOR', remainder, why });
  });

  it('keeps an unknown province unresolved', () => {
    expect(row('火星省', '甲市', '乙区')).toEqual({
      division: null,
      depth: null,
      status: 'UNRESOLVED',
      beside: null,
      remainder: '火星省 甲市 乙区',
      why: 'UNKNOWN_NAME',
    });
  });

  it('keeps the county when only the street is unknown', () => {
    expect(row('北京市', '朝阳区', '无名街道')).toMatchObject({
      division: '110105',
      status: 'RESOLVED',
      remainder: '无名街道',
      why: 'UNKNOWN_NAME',
    });
  });

  it('never takes 新区 for the 区 of the same stem', () => {
    expect(row('青海省', '西宁市', '城东新区')).toMatchObject({ division: '630100', status: 'ANCESTOR' });
  });
});

describe('paths written as one text', () => {
  it.each([
    ['内蒙古自治区 呼和浩特市 土左旗 台阁牧镇', '150121103', ''],
    ['内蒙古自治区呼和浩特市土左旗台阁牧镇', '150121103', ''],
    ['内蒙古呼和浩特市武川县可镇', '150125100', ''],
    ['呼和浩特市新城区保和少镇', '150102101', ''],
    ['山东济南市市中区', '370103', ''],
    ['重庆市渝中区大坪街道', '500103012', ''],
    ['云南省红河自治州建水县', '532524', ''],
    ['吉林省延边州延吉市', '222401', ''],
    ['广东省东莞市大朗镇杨新路82号', '441900113', '杨新路82号'],
    ['北京市海淀区', '110108', ''],
  ])('%s', (text, code, remainder) => {
    expect(resolver.resolve(text)).toMatchObject({ division: code, remainder, status: 'RESOLVED' });
  });
});
