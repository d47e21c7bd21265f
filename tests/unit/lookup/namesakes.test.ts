import { expect, describe as group, it } from 'vitest';
import { answerPlace } from '@/domain/lookup/answer-place';
import { describe } from '@/domain/lookup/sentence/describe';
import { area, indexOf, NATION_COVERED, NOW } from './fixture';

// 团结村 is a village of 开元街道; the list puts a zone's name before it, so it was resolved only to the county.
const VILLAGE = area('v', '370703', '峡山区开元街道团结村');
const ELSEWHERE = area('e', '370703001', '寒亭街道欣海花园7号楼');

function answers(areas: Parameters<typeof indexOf>[0]) {
  const index = indexOf(areas, NATION_COVERED);
  return answerPlace(index, { by: 'words', words: '370703002201' }, { at: NOW }).results;
}

group('a village whose listed namesake was resolved only to the county above it', () => {
  it('is answered with that area among its possible ones, and in its sentence', () => {
    const [village] = answers([VILLAGE]);
    expect(village).toMatchObject({
      level: 'UNKNOWN',
      restLevel: 'LOW',
      why: { rule: 'NAMESAKES', HIGH: 1, MEDIUM: 0 },
      possible: [{ id: 'v', level: 'HIGH' }],
    });
    expect(village && describe(village).zh).toContain('如不在下列区域内，则为低风险');
    expect(village && describe(village).zh).toContain('峡山区开元街道团结村');
  });

  it('is high all the same where an area inside it is', () => {
    const [village] = answers([VILLAGE, area('p', '370703', '团结村3号')]);
    expect(village).toMatchObject({
      level: 'HIGH',
      restLevel: 'LOW',
      why: { rule: 'HOLDS', HIGH: 1, MEDIUM: 0 },
      possible: [{ id: 'v', level: 'HIGH' }],
    });
  });

  it('is plain low where no area bears its name', () => {
    const [village] = answers([ELSEWHERE]);
    expect(village).toMatchObject({ level: 'LOW', possible: [] });
  });
});
