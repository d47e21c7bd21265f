import { expect, it } from 'vitest';
import { fullName } from '@/domain/place/full-name';

const COUNTY = ['山东省', '潍坊市', '寒亭区'];

it.each([
  [COUNTY, '寒亭区', '山东省潍坊市寒亭区'],
  [COUNTY, '元和新城1号楼', '山东省潍坊市寒亭区元和新城1号楼'],
  [[...COUNTY, '寒亭街道'], '寒亭街道欣海花园7号楼', '山东省潍坊市寒亭区寒亭街道欣海花园7号楼'],
  [[...COUNTY, '寒亭街道'], '寒亭区寒亭街道', '山东省潍坊市寒亭区寒亭街道'],
  [['', '北京市', '朝阳区'], '朝阳区劲松街道', '北京市朝阳区劲松街道'],
  [[], '寒亭区', '寒亭区'],
])('%j with %s is %s', (steps, name, whole) => {
  expect(fullName(steps, name)).toBe(whole);
});

it('is written with blanks where the reader needs them', () => {
  expect(fullName(COUNTY, '寒亭区元和新城', ' ')).toBe('山东省 潍坊市 寒亭区 元和新城');
});
