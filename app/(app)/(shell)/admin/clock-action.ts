'use server';

import type { ActionState } from '@/components/admin/action-state';
import { writeInstant } from '@/domain/time/say-instant';
import { moveDrillClock } from '@/server/clock/move-drill-clock';
import { runtime } from '@/server/runtime';
import { answerForm, textOf } from './answer-form';

const MOVES = {
  hour: { byMs: 3_600_000 },
  day: { byMs: 24 * 3_600_000 },
  pause: { paused: true },
  resume: { paused: false },
} as const;

/** Move, stop or run on the drill's clock; answers once the downgrades on the way have happened. */
export async function moveClockAction(_before: ActionState, form: FormData): Promise<ActionState> {
  const { db, drill } = runtime();
  const wanted = textOf(form, 'move');
  const move = Object.entries(MOVES).find(([name]) => name === wanted)?.[1] ?? {};
  return answerForm(form, async (viewer, t) => {
    const { now, lowered } = await moveDrillClock(db, drill, viewer, move);
    return { text: t('clock.moved', { time: writeInstant(now), lowered }) };
  });
}
