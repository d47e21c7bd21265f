import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { ActionState } from '@/components/admin/action-state';
import { requireViewer } from '@/server/auth/current-viewer';
import type { Viewer } from '@/server/auth/viewer';
import { Problem } from '@/server/errors';

type Texts = Awaited<ReturnType<typeof getTranslations<'admin'>>>;

/** Run a form's service and say what came of it, in the person's language and beside the right field. */
export async function answerForm(
  form: FormData,
  work: (viewer: Viewer, t: Texts) => Promise<{ text: string; secret?: string }>,
): Promise<ActionState> {
  const viewer = await requireViewer();
  const t = await getTranslations('admin');
  try {
    const done = await work(viewer, t);
    revalidatePath('/', 'layout');
    return { outcome: 'done', ...done };
  } catch (error) {
    if (!(error instanceof Problem)) {
      console.error(error);
      return { outcome: 'refused', field: '', text: t('refusal.internal') };
    }
    const field = error.faults[0]?.pointer.split('/')[1] ?? '';
    const code = error.extra.code ?? `${error.kind}${field ? `-${field}` : ''}`;
    const known = `refusal.${code}` as Parameters<Texts['has']>[0];
    const values = { ...error.extra, minutes: Number(error.extra.minutes ?? 0) };
    // A fault of something the form does not ask for is said below the whole form.
    const asked = form.has(field) ? field : '';
    return {
      outcome: 'refused',
      field: asked,
      text: t.has(known) ? t(known, values) : t('refusal.internal'),
    };
  }
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
