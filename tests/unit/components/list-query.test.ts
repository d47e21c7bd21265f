import { describe, expect, it } from 'vitest';
import { listHref, readListQuery, sortedBy } from '@/components/area-list/list-query';

const read = (text: string) => readListQuery(new URLSearchParams(text));

describe('the address of the area list', () => {
  it('says the whole state', () => {
    expect(
      read(
        'level=HIGH&division=370724&authority=own&due=today&q=惠中园&unresolved=1&sort=since&desc=1&page=3',
      ),
    ).toEqual({
      query: {
        level: 'HIGH',
        division: '370724',
        authority: 'own',
        due: 'today',
        q: '惠中园',
        unresolved: true,
        sort: 'since',
        descending: true,
        page: 3,
      },
      unknown: [],
    });
  });

  it('is the first page of everything when it says nothing', () => {
    expect(read('')).toEqual({ query: { page: 1 }, unknown: [] });
    expect(read('level=&q=%20&page=')).toEqual({ query: { page: 1 }, unknown: [] });
  });

  it.each([
    'level=LOWEST',
    'due=never',
    'sort=colour',
    'page=0',
    'page=-1',
    'page=1e9',
    'division=潍坊',
    'unresolved=yes',
    'desc=true',
  ])('names what it does not understand instead of dropping it (%s)', (text) => {
    const [name, value] = text.split('=');
    expect(read(`q=x&${text}`)).toEqual({ query: { q: 'x', page: 1 }, unknown: [`${name}=${value}`] });
  });

  it('takes functional zones that have no public code', () => {
    expect(read('division=370100-gaoxin').query.division).toBe('370100-gaoxin');
  });

  it('is written in one form, without defaults', () => {
    expect(listHref({ page: 1 })).toBe('/areas');
    expect(listHref({ due: 'late', level: 'HIGH', page: 2 })).toBe('/areas?level=HIGH&due=late&page=2');
    expect(listHref({ q: 'A&B=1号' })).toBe('/areas?q=A%26B%3D1%E5%8F%B7');
  });

  it('comes back the same from what was written', () => {
    const { query } = read('page=7&desc=1&sort=release&q=1号楼&level=MEDIUM');
    expect(read(listHref(query).split('?')[1] ?? '').query).toEqual(query);
  });

  it('sorts by a column upwards first, the other way when it is used again, and from the first page', () => {
    expect(sortedBy({ q: 'x', page: 9 }, 'since')).toEqual({ q: 'x', sort: 'since', page: 1 });
    expect(sortedBy({ sort: 'since', page: 2 }, 'since')).toEqual({
      sort: 'since',
      descending: true,
      page: 1,
    });
    expect(sortedBy({ sort: 'since', descending: true, page: 1 }, 'since')).toEqual({
      sort: 'since',
      page: 1,
    });
    expect(sortedBy({ page: 1 }, 'level')).toEqual({ sort: 'level', descending: true, page: 1 });
  });
});
