'use server';

import type { ActionState } from '@/components/admin/action-state';
import { KEY_SCOPES } from '@/domain/access/capabilities';
import { act } from '@/server/acts/act';
import { createKey } from '@/server/auth/create-key';
import { revokeKey } from '@/server/auth/revoke-key';
import { runtime } from '@/server/runtime';
import { answerForm, textOf } from './answer-form';

export async function createKeyAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return answerForm(form, async (viewer, t) => {
    const wanted = form.getAll('scopes');
    const scopes = KEY_SCOPES.filter((scope) => wanted.includes(scope));
    const { secret } = await act(runtime(), viewer, createKey, { name: textOf(form, 'name'), scopes });
    return { text: t('keys.created'), secret };
  });
}

export async function revokeKeyAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return answerForm(form, async (viewer, t) => {
    await act(runtime(), viewer, revokeKey, { id: textOf(form, 'id'), reason: textOf(form, 'reason') });
    return { text: t('keys.revoked') };
  });
}
