import { expect, it } from 'vitest';
import type { StoredSummary } from '@/server/ingest/last-applied';
import { rememberChanges } from '@/server/ingest/past-changes';

const HOUR = 3_600_000;
const NINE = Date.parse('2022-12-01T09:00:00+08:00');

function stored(
  hours: number,
  added: number,
  ended: number,
  provinces: Record<string, number>,
  held = false,
) {
  const holds = held ? [{ v: 1, code: 'OLDER_THAN_LAST' }] : [];
  const list = { listTime: NINE + hours * HOUR, places: 0, provinces, fingerprint: '', countsAgree: true };
  return { order: hours, list, effectiveAt: 0, counts: { added, ended }, holds } satisfies StoredSummary;
}

it('the lists applied last are remembered by what each changed, but not held ones and second editions', () => {
  const past = rememberChanges([
    stored(9, 7, 30, { 山东省: 20 }),
    stored(6, 900, 4000, { 山东省: 25, 安徽省: 3 }, true),
    stored(3, 5, 0, { 山东省: 24 }),
    stored(3, 12, 8, { 山东省: 40, 安徽省: 9 }),
    stored(1, 500, 0, { 山东省: 30 }),
  ]);
  expect(past.changes).toEqual([
    { hours: 3, added: 7, gone: 30 },
    { hours: 2, added: 12, gone: 8 },
  ]);
  expect(past.peaks).toEqual({ 山东省: 40, 安徽省: 9 });
});

it('what was stored before counts and provinces were kept teaches nothing and breaks nothing', () => {
  const old = { order: 1, list: { listTime: NINE, places: 3 }, effectiveAt: 0 } as unknown as StoredSummary;
  expect(rememberChanges([stored(3, 2, 1, {}), old]).changes).toEqual([{ hours: 3, added: 2, gone: 1 }]);
});
