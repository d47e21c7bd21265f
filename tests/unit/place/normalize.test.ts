import { describe, expect, it } from 'vitest';
import { numbersOf, placeKey, placeSimilarityKey } from '@/domain/place/normalize';

describe('one place name written in two ways has one key', () => {
  it.each([
    ['　体育场街道阳光馨园8号楼5单元', '体育场街道阳光馨园8号楼5单元'],
    ['公园街道百合帝苑５号楼1单元', '公园街道百合帝苑5号楼1单元'],
    ['荷花池街道万达 69 号 1 栋 4 单元', '荷花池街道万达69号1栋4单元'],
    ['地质花园4栋(八里庄路46号)。', '地质花园4栋（八里庄路46号）'],
    ['孙家书房路101—139＃门面', '孙家书房路101-139#门面'],
    ['桂园街道华瑞大厦ｂ座', '桂园街道华瑞大厦B座'],
    ['文化街68、70，83', '文化街68,70、83'],
    ['瑞康新村四巷19号，', '瑞康新村四巷19号'],
    ['金华学府小区【东墙】', '金华学府小区（东墙）'],
  ])('%s = %s', (a, b) => {
    expect(placeKey(a)).toBe(placeKey(b));
  });
});

describe('two places keep two keys', () => {
  it.each([
    ['悦城国际9号楼', '悦城国际9栋'],
    ['18号楼', '18幢'],
    ['石门营A4 2号楼5单元', '石门营A42号楼5单元'],
    ['文化街6,8号', '文化街68号'],
    ['阿卡迪亚1-38栋', '阿卡迪亚138栋'],
    ['东干a丈村', '东干丈村'],
    ['1单元', '2单元'],
  ])('%s ≠ %s', (a, b) => {
    expect(placeKey(a)).not.toBe(placeKey(b));
  });
});

describe('the similarity key brings a reworded name near', () => {
  it.each([
    ['双福街道阳光小区5栋', '双福街道阳光5号楼'],
    ['新世家小区7#楼', '新世家7号楼'],
    ['海河新村33#东1单元', '海河新村33号楼东一单元'],
    ['东大街1至18号', '东大街1-18号'],
    ['章阁新村第112号至第114号', '章阁新村第112号-第114号'],
    ['街道办惠宁巷', '街道惠宁巷'],
  ])('%s ~ %s', (a, b) => {
    expect(placeSimilarityKey(a)).toBe(placeSimilarityKey(b));
  });

  it('keeps a door number apart from a building number', () => {
    expect(placeSimilarityKey('太原街129号')).not.toBe(placeSimilarityKey('太原街129号楼'));
  });
});

it('the numbers of a name are its digit runs in order', () => {
  expect(numbersOf('红南小区８#1单元')).toBe('8|1');
  expect(numbersOf('33号楼东一单元')).toBe('33|1');
  expect(numbersOf('府兴社区')).toBe('');
});
