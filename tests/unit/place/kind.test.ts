import { describe, expect, it } from 'vitest';
import type { AreaKind } from '@/domain/area/types';
import { inferAreaKind } from '@/domain/place/kind';

// Places as published in the lists of 5 March and 2 December 2022.
const PLACES: readonly [string, AreaKind][] = [
  ['东三11号楼2单元', 'UNIT'],
  ['荷花池街道万达 69 号 1 栋 4 单元', 'UNIT'],
  ['陈塘庄街古芳里27门', 'UNIT'],
  ['春园6号楼4-6层', 'UNIT'],
  ['呼家楼小庄6号1号楼某户', 'UNIT'],
  ['木材西街 18 号楼', 'BUILDING'],
  ['南市小区64 幢（三江街道义乌街1191号）', 'BUILDING'],
  ['阳光骄子2#楼', 'BUILDING'],
  ['水木年华小区1号楼（除2单元）', 'BUILDING'],
  ['石井坡街道桂馨大厦', 'BUILDING'],
  ['谢家湾街道渝中花园3栋，9栋，10栋3单元', 'BUILDING'],
  ['石桥铺街道树语城小区（除第5栋外）', 'COMPOUND'],
  ['金座雅园一期（除1号楼1单元、3单元、5单元）', 'COMPOUND'],
  ['石板滩街道长林小区所有楼栋', 'COMPOUND'],
  ['小黑河镇金川南区', 'COMPOUND'],
  ['屯里镇东芦村全域', 'VILLAGE'],
  ['勐卯街道姐岗村委会帕色村民小组', 'VILLAGE'],
  ['成吉思汗大街街道东河社区', 'COMMUNITY'],
  ['大溪沟街道红球坝社区全域（除人民路131、135号、173号及人民广场）', 'COMMUNITY'],
  ['前进街道', 'STREET'],
  ['扎巴镇全域', 'STREET'],
  ['龙桥村龙桥场镇', 'PLACE'],
  ['容城县', 'COUNTY'],
  ['玉泉区', 'COUNTY'],
  ['除高风险区以外的其他地区', 'COUNTY'],
  ['永辉超市（金鼎店）', 'PLACE'],
  ['龙脊路以北、松石南路以西、松石大道以南、松石三巷以东的围合区域（丽景雅苑除外）', 'REGION'],
  ['太平川镇西起棚户区西侧水泥路，东至二中南北路，北起二中路，南至太平川镇第二小学路', 'REGION'],
  ['服先镇镇区烈士陵园以东、镇政府以西、服先粮库以南、小六楼以北的区域', 'REGION'],
  ['冲口街联合围新巷7号', 'PLACE'],
  ['太原街129号', 'PLACE'],
  ['想谷酒店', 'PLACE'],
];

describe('the kind of ground a place text names', () => {
  it.each(PLACES)('%s is %s', (place, kind) => {
    expect(inferAreaKind(place)).toBe(kind);
  });

  it('is PLACE for an empty text', () => {
    expect(inferAreaKind('')).toBe('PLACE');
  });
});
