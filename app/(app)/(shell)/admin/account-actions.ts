'use server';

import type { ActionState } from '@/components/admin/action-state';
import { act } from '@/server/acts/act';
import { changeAccount } from '@/server/auth/change-account';
import { createAccount } from '@/server/auth/create-account';
import { setPassword } from '@/server/auth/set-password';
import { runtime } from '@/server/runtime';
import { answerForm, reachOf, textOf } from './answer-form';

export async function createAccountAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return answerForm(form, async (viewer, t) => {
    const name = textOf(form, 'name');
    await act(runtime(), viewer, createAccount, {
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
    await act(runtime(), viewer, changeAccount, {
      id: textOf(form, 'id'),
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
    await act(runtime(), viewer, setPassword, { id: textOf(form, 'id'), password: textOf(form, 'password') });
    return { text: t('accounts.passwordSet') };
  });
}
