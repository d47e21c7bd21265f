'use server';

import type { ActionState } from '@/components/admin/action-state';
import { act } from '@/server/acts/act';
import { setHomeDivision } from '@/server/home/set-home-division';
import { runtime } from '@/server/runtime';
import { answerForm, reachOf, textOf } from './answer-form';

export async function setHomeAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return answerForm(form, async (viewer, t) => {
    const given = { divisionCode: reachOf(form, 'divisionCode'), reason: textOf(form, 'reason') };
    await act(runtime(), viewer, setHomeDivision, given);
    return { text: t('home.saved') };
  });
}
