'use server';

import type { ActionState } from '@/components/admin/action-state';
import { createKey } from '@/server/auth/create-key';
import { KEY_SCOPES } from '@/server/auth/key-scopes';
import { revokeKey } from '@/server/auth/revoke-key';
import { runtime } from '@/server/runtime';
import { answerForm, textOf } from './answer-form';

export async function createKeyAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return answerForm(form, async (viewer, t) => {
    const wanted = form.getAll('scopes');
    const scopes = KEY_SCOPES.filter((scope) => wanted.includes(scope));
    const { secret } = await createKey(runtime().db, viewer, { name: textOf(form, 'name'), scopes });
    return { text: t('keys.created'), secret };
  });
}

export async function revokeKeyAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return answerForm(form, async (viewer, t) => {
    await revokeKey(runtime().db, viewer, textOf(form, 'id'), textOf(form, 'reason'));
    return { text: t('keys.revoked') };
  });
}
