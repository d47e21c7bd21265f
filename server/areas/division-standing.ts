import { answerDivision } from '@/domain/lookup/answer-division';
import { withDefaults } from '@/domain/lookup/asked';
import { notFound } from '@/server/errors';
import { answersAt } from '@/server/lookup/answers-at';
import type { Runtime } from '@/server/runtime';

/**
 * A division with its derived level and roll-up, from the look-up index (so that every door says the same).
 * @throws Problem not-found when no division has this code.
 */
export function divisionStanding(rt: Pick<Runtime, 'lookup' | 'clock'>, code: string) {
  const found = answerDivision(rt.lookup.index, code, withDefaults({ at: answersAt(rt) }), {
    type: 'code',
    score: 1,
  });
  if (!found) throw notFound('This division');
  const { match: _match, nearby: _nearby, possible: _possible, ...division } = found;
  return division;
}
