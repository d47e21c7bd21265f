import { answerDivision } from '@/domain/lookup/answer-division';
import { withDefaults } from '@/domain/lookup/asked';
import { withNamesakes } from '@/domain/lookup/sheet/areas-named';
import { notFound } from '@/server/errors';
import { answersAt } from '@/server/lookup/answers-at';
import type { Runtime } from '@/server/runtime';

/**
 * A division with its derived level and roll-up, from the look-up index (so that every door says the same).
 * @throws Problem not-found when no division has this code.
 */
export function divisionStanding(rt: Pick<Runtime, 'lookup' | 'clock'>, code: string) {
  const { index } = rt.lookup;
  const at = answersAt(rt);
  const found = answerDivision(index, code, withDefaults({ at }), { type: 'code', score: 1 });
  if (!found) throw notFound('This division');
  const { match: _match, nearby: _nearby, ...division } = withNamesakes(index, found, at);
  return division;
}
