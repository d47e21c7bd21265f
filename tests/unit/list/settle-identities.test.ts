import { describe, expect, it } from 'vitest';
import type { DivisionCode } from '@/domain/division/types';
import { diffLists } from '@/domain/list/diff';
import { listEffect } from '@/domain/list/list-effect';
import type { FormerPlace, StandingListPlace } from '@/domain/list/planned';
import { settleIdentities } from '@/domain/list/settle-identities';
import type { ListEntry } from '@/domain/list/types';

const PATH = '内蒙古自治区 呼和浩特市 赛罕区';
const code = (text: string) => text as DivisionCode;
const CODE = code('150105');

const standing = (areaId: string, place: string): StandingListPlace => ({
  areaId,
  place,
  level: 'MEDIUM',
  divisionCode: CODE,
  writtenPath: PATH,
  aliases: [],
  designationId: `d-${areaId}`,
  since: 0,
  policyId: 'r0-2020-11',
  policyVersion: 1,
  drill: false,
  resolved: true,
});
const former = (
  areaId: string,
  place: string,
  writtenPath = PATH,
  at: DivisionCode | null = CODE,
): FormerPlace => ({
  areaId,
  place,
  nameKey: place,
  divisionCode: at,
  writtenPath,
  aliases: [],
  resolved: at !== null,
  drill: false,
  endedAt: 1,
});
const entry = (place: string, writtenPath = PATH): ListEntry => {
  const [province = '', city = '', county = ''] = writtenPath.split(' ');
  return { ordinal: 0, level: 'MEDIUM', province, city, county, writtenPath, place, pointer: '1:1' };
};
function settle(
  places: StandingListPlace[],
  before: FormerPlace[],
  entries: ListEntry[],
  at: DivisionCode | null = CODE,
  resolved = true,
) {
  const diff = diffLists(places, entries, () => (resolved ? at : null));
  return settleIdentities(
    diff,
    places,
    before,
    new Map(entries.map((each) => [each, { code: at, resolved }])),
    (each) => `${each}/`,
  );
}

describe('the identity under which a row is stored', () => {
  it('is that of the place that stood before, when the list names it again', () => {
    const { added } = settle([], [former('a', '东干丈村')], [entry('东干丈村')]);
    expect(added.map((area) => area.former?.areaId)).toEqual(['a']);
  });

  it('is that of a place an officer has resolved since, found by its written path', () => {
    const known = former('a', '东干丈村', '内蒙古自治区 呼和浩特市 未知区', code('150105001'));
    const { added } = settle(
      [],
      [known],
      [entry('东干丈村', '内蒙古自治区 呼和浩特市 未知区')],
      code('150100'),
      false,
    );
    expect(added).toMatchObject([{ divisionCode: '150105001', resolved: true, former: { areaId: 'a' } }]);
  });

  it('takes a new name on a rename, and only an alias when another area bears that name', () => {
    const free = settle([standing('a', '东干a丈村')], [], [entry('东干丈村')]);
    expect(free.renamed.map((rename) => rename.target)).toEqual([
      { nameKey: '东干丈村', divisionCode: CODE },
    ]);
    const taken = settle([standing('a', '东干a丈村')], [former('b', '东干丈村')], [entry('东干丈村')]);
    expect(taken.renamed.map((rename) => rename.target)).toEqual([null]);
  });

  it('falls back to the written path when two unresolved places share prefecture and name', () => {
    const twins = [
      entry('幸福小区', '内蒙古自治区 呼和浩特市 甲区'),
      entry('幸福小区', '内蒙古自治区 呼和浩特市 乙区'),
    ];
    const { added } = settle([], [], twins, code('150100'), false);
    expect(added.map(({ divisionCode, resolved }) => [divisionCode, resolved])).toEqual([
      ['150100', false],
      [null, false],
    ]);
  });
});

describe('when a list takes effect', () => {
  const [nine, ten, eleven] = [9, 10, 11].map((hour) => Date.UTC(2022, 6, 8, hour)) as [
    number,
    number,
    number,
  ];

  it('is its own hour', () => {
    expect(listEffect(nine, null, ten)).toEqual({ effectiveAt: nine, ahead: false });
  });
  it('is the present when its hour has not come', () => {
    expect(listEffect(eleven, nine, ten)).toEqual({ effectiveAt: ten, ahead: true });
  });
  it('is the hour of the list before it when it is older than that', () => {
    expect(listEffect(nine, ten, eleven)).toEqual({ effectiveAt: ten, ahead: false });
  });
});

describe('the division of a renamed place', () => {
  const path = (code: string) =>
    ({ '370700': '370000/370700/', '370724': '370000/370700/370724/' })[code] ?? null;
  const settled = (known: string, stated: string) => {
    const place = {
      ...standing('a', '衡里村'),
      divisionCode: known as DivisionCode,
      writtenPath: '山东省 潍坊市',
    };
    const named = entry('衡里村', '山东省 潍坊市 临朐县');
    const row = {
      kind: 'RENAMED',
      reason: 'PLACED',
      standing: place,
      entry: named,
      divisionCode: stated as DivisionCode,
    } as const;
    return settleIdentities({ added: [], renamed: [row] }, [place], [], new Map(), path).renamed[0]?.target;
  };

  it('becomes the county inside the prefecture it was known by, and stays the finer one', () => {
    expect(settled('370700', '370724')).toMatchObject({ divisionCode: '370724' });
    expect(settled('370724', '370700')).toMatchObject({ divisionCode: '370724' });
  });
});
