'use server';

import type { ActionState } from '@/components/admin/action-state';
import { act } from '@/server/acts/act';
import { changeOwnPassword } from '@/server/auth/change-own-password';
import { currentSessionId } from '@/server/auth/current-viewer';
import { runtime } from '@/server/runtime';
import { answerForm, textOf } from '../admin/answer-form';

export async function changePasswordAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return answerForm(form, async (viewer, t) => {
    const given = {
      sessionId: (await currentSessionId()) ?? '',
      old: textOf(form, 'old'),
      password: textOf(form, 'password'),
      again: textOf(form, 'again'),
    };
    await act(runtime(), viewer, changeOwnPassword, given);
    return { text: t('own.changed') };
  });
}
