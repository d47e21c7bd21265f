import type { DivisionCode } from '@/domain/division/types';
import { ordinalOf } from '@/domain/lookup/division/division-codes';
import { Problem } from '@/server/errors';
import type { Runtime } from '@/server/runtime';

/**
 * A division code given as a filter. One that nobody bears is refused: an empty list would read as "nothing there".
 * @throws Problem invalid-input naming `/field`.
 */
export function knownDivision(rt: Pick<Runtime, 'lookup'>, code: string, field: string): DivisionCode {
  if (ordinalOf(rt.lookup.index.divisions, code) >= 0) return code as DivisionCode;
  const reason = 'no division has this code';
  throw new Problem('invalid-input', `/${field}: ${reason}.`, [{ pointer: `/${field}`, reason }]);
}
