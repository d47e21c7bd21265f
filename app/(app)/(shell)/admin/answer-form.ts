import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { ActionState } from '@/components/admin/action-state';
import { answered } from '@/server/acts/door';
import type { Person } from '@/server/auth/viewer';

type Texts = Awaited<ReturnType<typeof getTranslations<'admin'>>>;

/** Run a form's act and say what came of it, in the person's language and beside the right field. */
export async function answerForm(
  form: FormData,
  work: (viewer: Person, t: Texts) => Promise<{ text: string; secret?: string }>,
): Promise<ActionState> {
  const t = await getTranslations('admin');
  const answer = await answered((viewer) => work(viewer, t));
  if (answer.ok) {
    const { ok: _ok, ...done } = answer;
    revalidatePath('/', 'layout');
    return { outcome: 'done', ...done };
  }
  const [field = ''] = answer.fields;
  const named = answer.code ?? `${answer.kind}${field ? `-${field}` : ''}`;
  const known = `refusal.${named}` as Parameters<Texts['has']>[0];
  const values = { ...answer.values, minutes: Number(answer.values.minutes ?? 0) };
  // A fault of something the form does not ask for is said below the whole form.
  const asked = form.has(field) ? field : '';
  return {
    outcome: 'refused',
    field: asked,
    text: t.has(known) ? t(known, values) : t('refusal.internal'),
  };
}

/** What a ReachField of this name says: a division's code, null for expressly none, '' where nothing was chosen. */
export function reachOf(form: FormData, name: string): string | null {
  const of = textOf(form, `${name}Of`);
  if (of === 'whole') return null;
  return of === 'one' ? textOf(form, name).trim() : '';
}

/** A text field of the form, '' when it is missing. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
