import { describe, expect, it } from 'vitest';
import { search } from '@/domain/lookup/search';
import type { DivisionResult } from '@/domain/lookup/types';
import { area, DAY, indexOf, NOW } from './fixture';

const TIANHONG = area('t2', '370703', '开元街道天宏尚文苑2号楼');
const ask = (areas: Parameters<typeof indexOf>[0], query: string) =>
  search(indexOf(areas), query, { at: NOW }).results;

function ground(areas: Parameters<typeof indexOf>[0], query: string): DivisionResult {
  const found = ask(areas, query).find((result) => result.kind === 'division');
  if (found?.kind !== 'division') throw new Error(`no division for ${query}`);
  return found;
}

describe('search by address', () => {
  it.each([
    '山东省潍坊市寒亭区开元街道天宏尚文苑2号楼3单元',
    '潍坊市寒亭区开元街道天宏尚文苑2号楼3单元501室',
    '寒亭区天宏尚文苑2栋',
    '天宏尚文苑２幢3单元',
    '天宏尚文苑小区二号楼',
    '山东省 潍坊市 寒亭区 开元街道办事处 天宏尚文苑 2号楼',
  ])('%s lies in the listed building', (query) => {
    expect(ask([TIANHONG], query)[0]).toMatchObject({
      kind: 'area',
      id: 't2',
      level: 'HIGH',
      match: { type: 'address' },
    });
  });

  it.each(['山东省潍坊市寒亭区开元街道天宏尚文苑3号楼', '天宏尚文苑12号楼', '寒亭区天宏尚文苑20号楼2单元'])(
    '%s is not high although another building of the compound is',
    (query) => {
      const results = ask([TIANHONG], query);
      expect(results.map((result) => result.level)).toEqual(['LOW']);
      expect(ground([TIANHONG], query)).toMatchObject({
        nearby: [{ id: 't2', name: '开元街道天宏尚文苑2号楼', level: 'HIGH' }],
        possible: [],
        why: { rule: 'REST_OF_COUNTY', county: '370703' },
      });
    },
  );

  it('does not say low alone when only a unit of the building is listed', () => {
    const unit = area('u3', '370703', '开元街道天宏尚文苑2号楼3单元');
    const results = ask([unit], '天宏尚文苑2号楼');
    expect(results[0]).toMatchObject({ id: 'u3', level: 'HIGH' });
    expect(ground([unit], '天宏尚文苑2号楼').possible).toEqual([
      { id: 'u3', name: '开元街道天宏尚文苑2号楼3单元', level: 'HIGH' },
    ]);
  });

  it('reads lists and ranges of buildings', () => {
    const list = area('l', '370703', '保利花园1-3号楼、8号楼1单元、2单元');
    for (const inside of ['保利花园2号楼', '保利花园8号楼2单元']) {
      expect(ask([list], inside)[0]).toMatchObject({ id: 'l', level: 'HIGH' });
    }
    for (const outside of ['保利花园4号楼', '保利花园8号楼3单元']) {
      expect(ground([list], outside)).toMatchObject({ level: 'LOW', nearby: [{ id: 'l' }], possible: [] });
    }
  });

  it('leaves out what 除…外 leaves out', () => {
    const most = area('m', '370703', '水木年华小区1号楼(除2单元）');
    expect(ask([most], '水木年华1号楼3单元')[0]).toMatchObject({ id: 'm', level: 'HIGH' });
    expect(ground([most], '水木年华1号楼2单元')).toMatchObject({ level: 'LOW', nearby: [{ id: 'm' }] });
  });

  it('names as possible what its wording leaves open', () => {
    const open = area('o', '370703', '开元街道西贾社区（水木云天、书林苑除外）');
    expect(ground([open], '寒亭区开元街道西贾社区5号楼').possible).toMatchObject([
      { id: 'o', level: 'HIGH' },
    ]);
    const border = area('b', '370703002', '民主街以北、益新街以南合围区域');
    expect(ground([border], '寒亭区开元街道新苑小区5号楼').possible).toMatchObject([{ id: 'b' }]);
  });

  it('takes one compound name that merely ends like another for open, not for the same', () => {
    const east = area('e', '370703', '东新华园3号楼');
    expect(ground([east], '寒亭区新华园3号楼')).toMatchObject({ level: 'LOW', possible: [{ id: 'e' }] });
    expect(ground([area('s', '370703', '星光花园3号楼')], '寒亭区阳光花园3号楼')).toMatchObject({
      possible: [],
      nearby: [],
    });
  });

  it('finds a village as a whole, its houses inside', () => {
    const village = area('v', '370703', '开元街道团结村全域');
    expect(ask([village], '寒亭区开元街道团结村3组12号')[0]).toMatchObject({ id: 'v', level: 'HIGH' });
    const [division] = search(indexOf([village]), '团结村', { at: NOW }).results;
    expect(division).toMatchObject({ kind: 'division', level: 'HIGH', why: { rule: 'STANDING' } });
  });

  it('does not take 东风小区 for 东风区', () => {
    const other = area('d', '370705', '东风小区3号楼');
    expect(ask([other], '东风小区3号楼')[0]).toMatchObject({ id: 'd' });
    expect(ground([other], '东风小区4号楼').path.map((step) => step.name)).toEqual([
      '山东省',
      '潍坊市',
      '奎文区',
    ]);
  });

  it('does not match a compound of the same name in another county', () => {
    expect(ground([TIANHONG], '奎文区天宏尚文苑2号楼')).toMatchObject({
      id: '370705',
      level: 'ROUTINE',
      possible: [],
      nearby: [],
    });
  });

  it('leads with the higher of two levels that hold the address', () => {
    const medium = area('m', '370703', '天宏尚文苑', {
      periods: [{ level: 'MEDIUM', from: NOW - DAY, to: null }],
    });
    expect(ask([medium, TIANHONG], '天宏尚文苑2号楼').map((result) => result.level)).toEqual([
      'HIGH',
      'MEDIUM',
    ]);
    expect(ask([medium, TIANHONG], '天宏尚文苑5号楼')[0]).toMatchObject({ id: 'm', level: 'MEDIUM' });
  });

  it('answers unknown, not low, for an address nothing covers', () => {
    const results = search(indexOf([], []), '寒亭区开元街道某某花园1号楼', { at: NOW }).results;
    expect(results).toMatchObject([{ level: 'UNKNOWN', why: { rule: 'NOT_COVERED' }, source: null }]);
  });
});
