import type { AreaSearch } from '@/domain/lookup/area/area-pick';
import { ordinalOf } from '@/domain/lookup/division/division-codes';
import { isInside, pathOf } from '@/domain/lookup/division/division-parts';
import { successorsOf } from '@/domain/lookup/division/successors';
import type { Found } from '@/domain/lookup/found';
import { type Hit, SCORES } from '@/domain/lookup/hit';
import { normaliseText } from '@/domain/lookup/normalise-text';

const CODE = /^\d{2,12}$|^\d{6}-[a-z0-9-]+$/;

/**
 * A query that is a division code: 2, 4, 6, 9 or 12 digits, trailing zeros as people write them (370703000000), or a
 * zone code with letters. A withdrawn code gives itself and its successors. Null when it is no known code.
 */
export function findByCode(search: AreaSearch, query: string): Found | null {
  const text = normaliseText(query);
  if (!CODE.test(text)) return null;
  const { divisions } = search.index;
  const ordinal = spellings(text)
    .map((code) => ordinalOf(divisions, code))
    .find((found) => found >= 0);
  if (ordinal === undefined) return null;
  const ordinals = [ordinal, ...successorsOf(divisions, ordinal)];
  const hits = ordinals
    .filter((one) => search.within < 0 || isInside(divisions, one, search.within))
    .map((one): Hit => ({ kind: 'division', ordinal: one, type: 'code', score: SCORES.code }));
  return { hits, understood: { as: 'code', path: pathOf(divisions, ordinal), rest: '' } };
}

function spellings(code: string): string[] {
  if (!/^\d+$/.test(code)) return [code];
  if (code.length < 6) return [code.padEnd(6, '0')];
  const spelled = [code];
  if (code.length === 12 && code.endsWith('000')) spelled.push(code.slice(0, 9));
  if (code.length >= 9 && /0{3}$/.test(code.slice(0, 9))) spelled.push(code.slice(0, 6));
  return spelled;
}
