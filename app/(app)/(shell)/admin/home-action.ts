'use server';

import type { ActionState } from '@/components/admin/action-state';
import { setHomeDivision } from '@/server/home/set-home-division';
import { runtime } from '@/server/runtime';
import { answerForm, reachOf, textOf } from './answer-form';

export async function setHomeAction(_before: ActionState, form: FormData): Promise<ActionState> {
  const { db, clock } = runtime();
  return answerForm(form, async (viewer, t) => {
    const given = { divisionCode: reachOf(form, 'divisionCode'), reason: textOf(form, 'reason') };
    await setHomeDivision(db, viewer, given, clock);
    return { text: t('home.saved') };
  });
}
