import { answerPlace } from '@/domain/lookup/answer-place';
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
  const [found] = answerPlace(index, { by: 'division', code }, { at }).results;
  if (found?.kind !== 'division') throw notFound('This division');
  const { match: _match, nearby: _nearby, ...division } = found;
  return division;
}
