import type { Decision } from '@/domain/area/decision';
import { dayOf, type LocalDay } from '@/domain/time/shanghai';

/** What to say of the screening round in a list, in one or two words; persons and days are filled in by the text. */
export interface RoundNote {
  readonly key:
    | 'followsList'
    | 'none'
    | 'restarted'
    | 'notRequired'
    | 'ahead'
    | 'missing'
    | 'short'
    | 'positive'
    | 'early'
    | 'complete';
  readonly tone: 'good' | 'bad' | 'plain';
  readonly persons: number;
  readonly target: number;
  readonly day: string;
}

/**
 * The state of the round a decision rests on.
 * @param decision null for an imported area
 * @param at epoch ms; an infection of this very day is said before the round
 */
export function roundNote(decision: Decision | null, at: number): RoundNote {
  const note = (key: RoundNote['key'], tone: RoundNote['tone'] = 'plain', more: Partial<RoundNote> = {}) => ({
    ...{ key, tone, persons: 0, target: 0, day: '' },
    ...more,
  });
  if (decision === null) return note('followsList');
  const { counting, round } = decision;
  if (counting === null) return note('none');
  const broken = counting.days.find((day) => day.state === 'BROKEN' && day.day === dayOf(at));
  if (broken) return note('restarted', 'bad', { persons: broken.infectionsCounted });
  const { state, tested, positive, requiredOnDay } = round;
  const target = round.target ?? 0;
  switch (state) {
    case 'NOT_REQUIRED':
      return note('notRequired');
    case 'AHEAD':
      return note('ahead', 'plain', { day: monthDay(requiredOnDay) });
    case 'MISSING':
      return note('missing', 'bad');
    case 'INCOMPLETE':
      return note('short', 'bad', { persons: target - tested, target });
    case 'POSITIVE':
      return note('positive', 'bad', { persons: positive });
    case 'EARLY':
      return note('early', 'bad');
    case 'COMPLETE':
      return note('complete', 'good', { persons: tested, target });
    default:
      return state satisfies never;
  }
}

function monthDay(day: LocalDay | null): string {
  return day?.slice(5) ?? '';
}
