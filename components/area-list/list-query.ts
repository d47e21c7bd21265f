import type { StatedLevel } from '@/domain/level/level';
import { placeKey } from '@/domain/place/normalize';
import { searchText } from '@/domain/text/plain-text';

const LEVELS = ['HIGH', 'MEDIUM', 'LOW'] as const satisfies readonly StatedLevel[];
export const DUE_CHOICES = ['any', 'late', 'lacking', 'expert', 'today', 'tomorrow'] as const;
export type DueChoice = (typeof DUE_CHOICES)[number];
export const SORTS = ['level', 'name', 'division', 'since', 'release'] as const;
export type Sort = (typeof SORTS)[number];

/** What the address of the area list says; all of its state. */
export interface ListQuery {
  readonly level?: StatedLevel;
  readonly division?: string;
  readonly authority?: string;
  readonly due?: DueChoice;
  readonly q?: string;
  readonly unresolved?: true;
  readonly sort?: Sort;
  readonly descending?: true;
  /** From 1. */
  readonly page: number;
}

const LONGEST_TEXT = 100;

/**
 * Read the list's state from its address.
 * @returns the query, and the parameters that say nothing known: to be shown, since a filter that is dropped in silence
 * makes a long list look like a filtered one.
 */
export function readListQuery(params: URLSearchParams): { query: ListQuery; unknown: string[] } {
  const unknown: string[] = [];
  const text = (name: string) => params.get(name)?.trim() || undefined;
  const pick = <T extends string>(name: string, choices: readonly T[]): T | undefined => {
    const given = text(name);
    const found = choices.find((choice) => choice === given);
    if (given !== undefined && found === undefined) unknown.push(`${name}=${given.slice(0, 40)}`);
    return found;
  };
  const flag = (name: string) => (pick(name, ['1']) ? true : undefined);
  const matching = (name: string, form: RegExp) => {
    const given = text(name);
    if (given === undefined || form.test(given)) return given;
    unknown.push(`${name}=${given.slice(0, 40)}`);
    return undefined;
  };
  // What seeks nothing would leave the list whole under a filter that is shown.
  const sought = () => {
    const given = text('q');
    const { text: q } = searchText(given ?? '', LONGEST_TEXT);
    if (placeKey(q) !== '') return q;
    if (given !== undefined) unknown.push(`q=${q}`);
    return undefined;
  };
  const page = Number(matching('page', /^[1-9]\d{0,5}$/) ?? 1);
  const query = {
    level: pick('level', LEVELS),
    division: matching('division', /^\d{6,12}(-[a-z0-9]+)?$/),
    authority: matching('authority', /^[\w.:-]{1,80}$/),
    due: pick('due', DUE_CHOICES),
    q: sought(),
    unresolved: flag('unresolved'),
    sort: pick('sort', SORTS),
    descending: flag('desc'),
  };
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return { query: { ...Object.fromEntries(given), page }, unknown };
}

/**
 * The query as parameters, in one order and without defaults, so that one state has one address.
 */
export function listParams(query: Partial<ListQuery>): URLSearchParams {
  const { level, division, authority, due, q, unresolved, sort, descending, page } = query;
  const params = new URLSearchParams();
  const given = { level, division, authority, due, q, unresolved: unresolved && '1', sort };
  for (const [name, value] of Object.entries(given)) if (value) params.set(name, value);
  if (descending) params.set('desc', '1');
  if (page !== undefined && page > 1) params.set('page', String(page));
  return params;
}

/** The address of the list in a state, such as `/areas?level=HIGH&due=today`. */
export function listHref(query: Partial<ListQuery>): string {
  const text = listParams(query).toString();
  return text ? `/areas?${text}` : '/areas';
}

/** The query after a column's heading is used: ascending first, then the other way; always from the first page. */
export function sortedBy(query: ListQuery, sort: Sort): ListQuery {
  const { sort: present = 'level', descending, ...rest } = query;
  const turned = present === sort && !descending;
  return { ...rest, sort, ...(turned ? { descending: true as const } : {}), page: 1 };
}
