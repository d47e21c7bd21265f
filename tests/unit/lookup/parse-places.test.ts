// Names as they stand in published lists; what they mean was read by hand.
import { describe, expect, it } from 'vitest';
import { parsePlaces } from '@/domain/lookup/place/parse-places';
import type { Numbers, Place } from '@/domain/lookup/place/place';

const WORDS = { group: '组', door: '号', building: '栋', unit: '单元', floor: '层', room: '室' } as const;

function short(numbers: Numbers): string {
  return [...numbers.values, ...numbers.ranges.map((range) => `${range.low}…${range.high}`)].join('+');
}

function written(place: Place): string {
  const parts = Object.entries(place.parts).map(
    ([kind, numbers]) => short(numbers) + WORDS[kind as keyof typeof WORDS],
  );
  const left = place.except.map((except) =>
    Object.entries(except)
      .map(([kind, numbers]) => short(numbers) + WORDS[kind as keyof typeof WORDS])
      .join(''),
  );
  return `${place.stem}|${parts.join('')}${left.length > 0 ? ` -${left.join(',')}` : ''}${place.certain ? '' : ' ?'}`;
}

describe('places of a name', () => {
  it.each([
    ['南大街88号陇东大厦B3栋', ['南大街88号陇东大厦|b3栋']],
    ['保利花园8号楼、3号楼', ['保利花园|8栋', '保利花园|3栋']],
    ['文教街46号、64号院1单元、2单元', ['文教街|46号', '文教街|64号1单元', '文教街|64号2单元']],
    [
      '枣子岚垭正街7-9号、10号1-2单元，11、12、14号，20号4单元',
      [
        '枣子岚垭正街|7…9号',
        '枣子岚垭正街|10号1…2单元',
        '枣子岚垭正街|11号',
        '枣子岚垭正街|12号',
        '枣子岚垭正街|14号',
        '枣子岚垭正街|20号4单元',
      ],
    ],
    ['和园A区1栋1单元、B区4栋2单元', ['和园a区|1栋1单元', '和园b区|4栋2单元']],
    ['香樟印象6栋2、3单元', ['香樟印象|6栋2单元', '香樟印象|6栋3单元']],
    ['章阁新村第112至114号、第125至127号', ['章阁新村|112…114号', '章阁新村|125…127号']],
    ['花园街1号—6号、8号', ['花园街|1…6号', '花园街|8号']],
    ['上涌西约七巷2-1号', ['上涌西约7巷|2-1号']],
    ['136地质队小区(1栋、6栋)', ['136地质队|1栋', '136地质队|6栋']],
    ['金沙五期君郎院11栋（蜀辉路8号）', ['金沙5期君郎院|11栋']],
    ['树语城小区（除第5栋外）', ['树语城| -5栋']],
    ['九龙花园小区3号楼（除1、2单元）', ['九龙花园|3栋 -1单元,2单元']],
    ['红南小区8#1单元', ['红南|8栋1单元']],
    ['福康小区六号楼', ['福康|6栋']],
    ['东约南大街23号之四', ['东约南大街|23之4号']],
    ['坑南村全域', ['坑南村|']],
    ['农光里214楼', ['农光里|214栋']],
    ['阳光星苑2号楼2单元5层', ['阳光星苑|2栋2单元5层']],
  ])('%s', (name, places) => {
    expect(parsePlaces(name).places.map(written)).toEqual(places);
  });

  it.each(['西贾社区（水木云天、书林苑除外）', '十里堡东26号楼南侧小院儿', '安顺街60号周边50米'])(
    'does not claim to understand %s',
    (name) => {
      expect(parsePlaces(name).places.every((place) => !place.certain)).toBe(true);
    },
  );

  it.each([
    '人民北路以西、北新街以南、桂溪街-倾城街以东的围合区域',
    '东至新墩路264号、南至新墩路、北至逸富广场合围区域',
  ])('knows %s as a border', (name) => {
    expect(parsePlaces(name).boundary).toBe(true);
  });
});
