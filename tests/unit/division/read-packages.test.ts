import { beforeAll, describe, expect, it } from 'vitest';
import aliases from '@/domain/division/aliases.json';
import type { Division } from '@/domain/division/types';
import { readUpperDivisions } from '@/server/divisions/read-packages';

const byCode = new Map<string, Division>();
beforeAll(async () => {
  for (const division of await readUpperDivisions()) {
    expect(byCode.has(division.code), `${division.code} twice`).toBe(false);
    byCode.set(division.code, division);
  }
});

const parentOf = (code: string) => byCode.get(code)?.parent;
const inForce = (kind: string) => [...byCode.values()].filter((d) => d.kind === kind && d.validTo === null);

describe('the national tables', () => {
  it('hold 31 provinces and 333 prefectures', () => {
    expect(inForce('PROVINCE')).toHaveLength(31);
    expect(inForce('PREFECTURE')).toHaveLength(333);
  });

  it('hang every division under one that exists', () => {
    const orphans = [...byCode.values()].filter((d) => d.parent !== null && !byCode.has(d.parent));
    expect(orphans).toEqual([]);
  });

  it.each([
    ['110101', '110000', 'a district of Beijing stands under the municipality'],
    ['500233', '500000', 'a county of Chongqing stands under the municipality'],
    ['419001', '410000', '济源 stands directly under its province'],
    ['659001', '650000', '石河子 stands directly under 新疆'],
    ['441900003', '441900', 'a street of 东莞 stands under the prefecture'],
    ['442000101', '442000', 'a town of 中山 stands under the prefecture'],
    ['460400100', '460400', 'a town of 儋州 stands under the prefecture'],
    ['620201001', '620200', 'a street of 嘉峪关 stands under the prefecture'],
    ['660000', '650000', '兵团 stands under 新疆 as a zone of its own'],
  ])('%s → %s: %s', (code, parent) => {
    expect(parentOf(code)).toBe(parent);
  });

  it('keeps no dummy rows', () => {
    const dummies = [...byCode.values()].filter((d) => /市辖区|直辖县级|直辖村级/.test(d.name));
    expect(dummies).toEqual([]);
  });

  it('makes statistical zones functional zones, never counties', () => {
    expect(byCode.get('410173')).toMatchObject({ kind: 'FUNCTIONAL_ZONE', shortName: '郑州航空港区' });
    expect(inForce('COUNTY').filter((d) => /^\d{4}7\d$/.test(d.code))).toEqual([]);
  });

  it('knows the counties founded in 2024', () => {
    expect(byCode.get('653228')).toMatchObject({ name: '和康县', parent: '653200', validFrom: '2024-12-27' });
  });

  it('keeps a withdrawn code with its successors, all of which are in force', () => {
    expect(byCode.get('330104')).toMatchObject({ name: '江干区', successors: ['330102', '330114'] });
    for (const division of byCode.values()) {
      if (division.validTo === null) continue;
      expect(division.successors.length, division.code).toBeGreaterThan(0);
      for (const code of division.successors) expect(byCode.get(code)?.validTo, code).toBeNull();
    }
  });

  it('overlaps name counties or zones that exist', () => {
    const unknown = [...byCode.values()].flatMap((d) => d.overlaps.filter((code) => !byCode.has(code)));
    expect(unknown).toEqual([]);
  });

  it('gives every hand-made alias to the division it was meant for', () => {
    for (const entry of aliases) {
      const division = byCode.get(entry.code);
      expect(division?.name, entry.code).toBe(entry.name);
      for (const alias of entry.aliases) {
        expect([division?.shortName, ...(division?.aliases ?? [])], entry.code).toContain(alias);
      }
    }
  });
});
