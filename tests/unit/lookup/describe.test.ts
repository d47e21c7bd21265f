import { describe, expect, it } from 'vitest';
import { search } from '@/domain/lookup/search';
import { describe as sentenceOf } from '@/domain/lookup/sentence/describe';
import { area, code, DAY, indexOf, NOW } from './fixture';

const first = (areas: Parameters<typeof indexOf>[0], query: string, covers = true) => {
  const [result] = search(indexOf(areas, covers ? undefined : []), query, { at: NOW }).results;
  if (result === undefined) throw new Error(`nothing for ${query}`);
  return sentenceOf(result);
};

const high = (id: string, place: string, name: string) => area(id, place, name);

describe('the sentence to copy', () => {
  it('tells how many a prefecture holds and where', () => {
    const areas = [
      high('1', '370703', '一号院'),
      high('2', '370705', '二号院'),
      high('3', '370705', '三号院'),
    ];
    expect(first(areas, '潍坊市').zh).toBe(
      '潍坊市：高风险区3个，分布在奎文区2个、寒亭区1个（数据截至2022年12月1日21时，来源：国务院客户端）。',
    );
    expect(first(areas, '潍坊市').en).toBe(
      '山东省 潍坊市: 3 high-risk areas, in 奎文区 2, 寒亭区 1 (data as of 21:00 on 1 December 2022, Beijing time; source: 国务院客户端).',
    );
  });

  it('tells both levels apart', () => {
    const medium = area('m', '370703', '四号院', {
      periods: [{ level: 'MEDIUM', from: NOW - DAY, to: null }],
    });
    expect(first([high('1', '370703', '一号院'), medium], '寒亭区').zh).toBe(
      '山东省潍坊市寒亭区：高风险区1个、中风险区1个；其余地区低风险（数据截至2022年12月1日21时，来源：国务院客户端）。',
    );
  });

  it('says that unknown is not low', () => {
    expect(first([], '寒亭区', false).zh).toBe(
      '山东省潍坊市寒亭区：未知，不等于低风险（未收到覆盖该地的数据）。',
    );
    expect(first([], '寒亭区', false).en).toBe(
      '山东省 潍坊市 寒亭区: unknown, which is not low risk (no data covering this place has been received).',
    );
  });

  it('reads an area with since, and says when data are invented', () => {
    const drill = area('d', '370703', '天宏尚文苑2号楼', { drill: true });
    expect(first([drill], '天宏尚文苑2号楼').zh).toBe(
      '【演练数据】山东省潍坊市寒亭区天宏尚文苑2号楼：高风险，自2022年11月29日21时起（数据截至2022年12月1日20时，来源：潍坊市指挥部）。',
    );
  });

  it('reads a released area with when it ended and the highest of 14 days', () => {
    const gone = area('g', '370703', '春雨花园1号楼', {
      periods: [{ level: 'HIGH', from: NOW - 9 * DAY, to: NOW - DAY }],
    });
    expect(first([gone], '春雨花园1号楼').zh).toBe(
      '山东省潍坊市寒亭区春雨花园1号楼：常态化防控，原划定已于2022年11月30日21时解除；近14天内最高曾为高风险，最近一次至2022年11月30日21时（数据截至2022年12月1日20时，来源：潍坊市指挥部）。',
    );
  });

  it('names the other buildings of the compound', () => {
    expect(first([high('t', '370703', '天宏尚文苑2号楼')], '寒亭区天宏尚文苑3号楼').zh).toBe(
      '山东省潍坊市寒亭区：低风险（寒亭区现有高风险区1个）；同小区或同路段其他风险区：天宏尚文苑2号楼（高风险）（数据截至2022年12月1日21时，来源：国务院客户端）。',
    );
  });

  it('does not let low stand without what it may lie in', () => {
    const results = search(indexOf([high('u', '370703', '天宏尚文苑2号楼3单元')]), '天宏尚文苑2号楼', {
      at: NOW,
    }).results;
    const ground = results.find((result) => result.kind === 'division');
    expect(ground === undefined ? '' : sentenceOf(ground).zh).toContain(
      '如不在下列区域内，则为低风险（寒亭区现有高风险区1个）；可能属于下列区域，须核实：天宏尚文苑2号楼3单元（高风险）',
    );
  });

  it('a covered county without any is routine', () => {
    expect(first([], code('370702')).zh).toBe(
      '山东省潍坊市潍城区：常态化防控，潍城区现无中高风险区（数据截至2022年12月1日21时，来源：国务院客户端）。',
    );
  });
});
