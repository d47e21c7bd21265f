import { beforeAll, describe, expect, it } from 'vitest';
import { buildResolver, type PathResolver } from '@/domain/division/resolve-path';
import type { DivisionCode } from '@/domain/division/types';
import { readUpperDivisions } from '@/server/divisions/read-packages';

let resolver: PathResolver;
beforeAll(async () => {
  resolver = buildResolver(await readUpperDivisions());
});

const refine = (code: string, place: string) => resolver.refine(code as DivisionCode, place);

describe('a street or town at the start of a place name', () => {
  it.each([
    ['370703', '开元街道天宏尚文苑2号楼', '370703002', '天宏尚文苑2号楼'],
    ['150121', '白庙子镇瓦房院新村', '150121104', '瓦房院新村'],
    ['150102', '成吉思汗街道东河社区', '150102008', '东河社区'],
    ['150102', '保和少镇某村', '150102101', '某村'],
    ['150105', '敕勒川街道怡水园社区', '150105008', '怡水园社区'],
    ['410173', '新港办事处富田兴和苑26号楼1单元', '410173400', '富田兴和苑26号楼1单元'],
    ['120103', '陈塘庄街古芳里27门', '120103010', '古芳里27门'],
    [
      '510107',
      '武侯区机投桥街道万顺二路158号万福苑A区4栋1单元',
      '510107012',
      '万顺二路158号万福苑A区4栋1单元',
    ],
    ['610422', '城关街道：文苑小区', '610422001', '文苑小区'],
    ['420103', '万松街道花园道', '420103008', '花园道'],
    ['610100-xixian', '沣东新城三桥', '610100-fengdong', '三桥'],
  ])('%s %s → %s', (county, place, code, remainder) => {
    expect(refine(county, place)).toMatchObject({ division: code, remainder });
  });

  it('gives back the rest exactly as it was written', () => {
    expect(refine('510105', '金沙街道　中大君悦（五期）１１栋、１２栋')).toMatchObject({
      remainder: '中大君悦（五期）１１栋、１２栋',
    });
  });

  it('descends from a prefecture through the county', () => {
    expect(refine('150100', '土左旗白庙子镇东坝什村')).toMatchObject({
      division: '150121104',
      remainder: '东坝什村',
    });
  });
});

describe('functional zones', () => {
  it('leaves a place in its stated county and names the zone beside it', () => {
    expect(refine('370705', '高新区新城街道北大锦城9号楼')).toEqual({
      division: '370705009',
      depth: 'STREET',
      beside: '370700-gaoxin',
      remainder: '北大锦城9号楼',
      why: 'FINER',
    });
  });

  it('leaves a place in its stated zone and names the street of the county beside it', () => {
    expect(refine('500000-liangjiang', '人和街道万紫山社区')).toMatchObject({
      division: '500000-liangjiang',
      beside: '500112009',
      remainder: '万紫山社区',
      why: 'BESIDE',
    });
  });

  it('does not take 经济开发区 below a county for the zone of another one', () => {
    expect(refine('370725', '高新区某小区')).toMatchObject({ division: '370725', beside: null, why: 'NONE' });
  });

  it('finds the division and regiment of 兵团', () => {
    expect(refine('660000', '第八师134团（下野地镇）5小区')).toMatchObject({
      division: '660000-08',
      beside: '654203507',
      remainder: '（下野地镇）5小区',
    });
    expect(refine('660000', '第八师石河子市双拥路公安检查站')).toMatchObject({
      division: '660000-08',
      beside: '659001',
    });
  });
});

describe('nothing is guessed', () => {
  it.each([
    ['150102', '府兴社区', 'a community under two streets names no street'],
    ['440103', '站前路85号', 'a road is no street office'],
    ['120103', '陈塘庄街12号', 'a road with a house number, not 陈塘庄街道'],
    ['320902', '盐城市第三人民医院（北院）家属区3号楼', 'the prefecture opens a hospital name'],
  ])('%s %s stays: %s', (county, place) => {
    expect(refine(county, place)).toMatchObject({ division: county, beside: null, remainder: place });
  });

  it('leaves 城关街道 below a prefecture alone, which several of its counties have', () => {
    expect(refine('370700', '城关街道某小区')).toMatchObject({ division: '370700', why: 'NONE' });
  });

  it('answers an unknown code with itself', () => {
    expect(refine('999999', '某街道')).toMatchObject({ division: '999999', depth: null, why: 'NONE' });
  });
});
