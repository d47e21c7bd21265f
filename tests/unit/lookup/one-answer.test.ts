// Guarantee: page and API say the same of the same question.
import { describe, expect, it } from 'vitest';
import { applyAreas } from '@/domain/lookup/area/apply-areas';
import { emptyAreaIndex, withCoverages } from '@/domain/lookup/area/empty-area-index';
import type { Coverage, IndexedArea } from '@/domain/lookup/types';
import { askBoth } from './both-doors';
import { area, code, DAY, division, divisions, NATION_COVERED, NOW } from './fixture';

const ZONE = {
  ...division(['370700-gaoxin2', '370700', '潍坊高新区', '潍坊高新区', 'weifanggaoxinqu', 'wfgxq']),
  overlaps: [code('370705')],
};

function indexWith(areas: readonly IndexedArea[], coverages: readonly Coverage[] = NATION_COVERED) {
  const empty = withCoverages(emptyAreaIndex(divisions([ZONE]), 0, NOW, null), coverages, 0);
  return applyAreas(empty, areas, 7, NOW);
}

// 团结村 is a village of 开元街道; the list puts a zone's name before it, so it was resolved only to the county.
const VILLAGE = area('v', '370703', '峡山区开元街道团结村');
const UNIT = area('u', '370703001', '寒亭街道欣海花园7号楼2单元');
const IN_ZONE = area('g', '370705', '高新区新城街道浪琴湾1号楼');
const VAGUE = area('b', '370703001', '寒亭街道民主街以东、通亭街以北合围区域');
const NOWHERE = area('n', null, '某地某村');

const WORDS = [
  ...['370703002201', '团结村', '团结村村民委员会', '寒亭区团结村', '开元街道团结村村民委员会'],
  ...[
    '寒亭区开元街道团结村3号',
    '团结村12号楼',
    '团结村村民委员会3号楼',
    '潍坊市寒亭区开元街道团结村村民委员会3号楼',
  ],
  ...[
    '寒亭',
    '寒亭区',
    '潍坊',
    '潍坊市',
    '370700',
    '山东',
    '朝阳',
    '朝阳区',
    'hanting',
    'htq',
    '不存在的地方',
  ],
  ...['潍坊高新区', '370700-gaoxin2', '奎文区', '奎文', '潍坊市潍坊高新区浪琴湾1号楼', '浪琴湾2号楼'],
  ...['寒亭街道欣海花园7号楼2单元', '寒亭街道欣海花园7号楼', '寒亭街道欣海花园9号楼', '欣海花园', '土左旗'],
];

describe.each([
  ['areas of every sort', indexWith([VILLAGE, UNIT, IN_ZONE, VAGUE])],
  ['an area nobody could locate', indexWith([UNIT, IN_ZONE, NOWHERE])],
  ['ground that nobody speaks for', indexWith([VILLAGE, UNIT], [])],
  ['nothing', indexWith([])],
])('with %s', (_name, index) => {
  it.each(WORDS)('%s', (q) => {
    const { page, api, unsaid } = askBoth(index, q, NOW);
    expect(page).toEqual(api);
    expect(unsaid).toEqual([]);
  });
});

describe('the guards', () => {
  it('hold for the page too: a village whose namesake is listed is of unknown level', () => {
    expect(askBoth(indexWith([VILLAGE]), '370703002201', NOW).page.opened).toMatchObject({
      level: 'UNKNOWN',
      possible: ['v'],
      why: 'NAMESAKES',
    });
  });

  it('hold for an address in that village', () => {
    const { page, headline } = askBoth(indexWith([VILLAGE]), '团结村村民委员会3号楼', NOW);
    expect(page.opened).toMatchObject({ id: '370703002201', possible: ['v'] });
    expect(headline).toMatchObject({ kind: 'MAY_LIE', level: 'HIGH' });
  });

  it('hold for what is found beside: two villages of one name', () => {
    const twin = division(['370703001201', '370703001', '团结村村民委员会', '团结村', 'tuanjiecun', 'tjc']);
    const empty = withCoverages(emptyAreaIndex(divisions([twin]), 0, NOW, null), NATION_COVERED, 0);
    const { page } = askBoth(applyAreas(empty, [VILLAGE], 7, NOW), '团结村', NOW);
    expect([page.opened, ...page.others].map((one) => one?.level)).not.toContain('LOW');
  });
});

it('both answer for the minute that has begun, and the present has its instant only once', () => {
  const soon = area('s', '370703001', '寒亭街道欣海花园5号楼', {
    periods: [{ level: 'HIGH', from: NOW + 20_000, to: NOW + DAY }],
  });
  const { page, api } = askBoth(indexWith([soon]), '寒亭街道欣海花园5号楼', NOW + 30_000);
  expect(page).toEqual(api);
});
