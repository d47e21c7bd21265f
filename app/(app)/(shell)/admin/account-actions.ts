'use server';

import type { ActionState } from '@/components/admin/action-state';
import { changeAccount } from '@/server/auth/change-account';
import { createAccount } from '@/server/auth/create-account';
import { setPassword } from '@/server/auth/set-password';
import { runtime } from '@/server/runtime';
import { answerForm, reachOf, textOf } from './answer-form';

export async function createAccountAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return answerForm(form, async (viewer, t) => {
    const name = textOf(form, 'name');
    await createAccount(runtime().db, viewer, {
      name,
      displayName: textOf(form, 'displayName'),
      password: textOf(form, 'password'),
      role: textOf(form, 'role'),
      divisionCode: reachOf(form, 'divisionCode'),
    });
    return { text: t('accounts.created', { name }) };
  });
}

export async function changeAccountAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return answerForm(form, async (viewer, t) => {
    await changeAccount(runtime().db, viewer, textOf(form, 'id'), {
      reason: textOf(form, 'reason'),
      role: textOf(form, 'role'),
      divisionCode: reachOf(form, 'divisionCode'),
      active: textOf(form, 'active') === 'on',
    });
    return { text: t('accounts.changed') };
  });
}

export async function setPasswordAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return answerForm(form, async (viewer, t) => {
    await setPassword(runtime().db, viewer, textOf(form, 'id'), textOf(form, 'password'));
    return { text: t('accounts.passwordSet') };
  });
}
