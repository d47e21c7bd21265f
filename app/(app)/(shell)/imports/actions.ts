'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { Decided } from '@/components/imports/types';
import { resolveArea } from '@/server/areas/resolve-area';
import { requireAllowed } from '@/server/auth/current-viewer';
import type { Viewer } from '@/server/auth/viewer';
import { Problem } from '@/server/errors';
import { decidePreviewedList } from '@/server/ingest/decide-previewed-list';
import { rejectHeldList } from '@/server/ingest/reject-held-list';
import { runtime } from '@/server/runtime';

/** Apply the previewed list; with a reason also when it must be confirmed. */
export async function applyAction(token: string, reason: string): Promise<Decided> {
  return decided(async (viewer) => {
    const outcome = await decidePreviewedList(runtime(), viewer, String(token), String(reason));
    return outcome.status;
  });
}

/** Set a held list aside. */
export async function rejectAction(importId: string, reason: string): Promise<Decided> {
  return decided(async (viewer) => {
    await rejectHeldList(runtime(), viewer, { importId: String(importId), reason: String(reason) });
    return 'REJECTED';
  });
}

/** Say where an unresolved area lies. */
export async function resolveAction(areaId: string, divisionCode: string, reason: string): Promise<Decided> {
  return decided(async (viewer) => {
    const input = { areaId: String(areaId), divisionCode: String(divisionCode), reason: String(reason) };
    await resolveArea(runtime(), viewer, input);
    return 'RESOLVED';
  });
}

async function decided(
  work: (viewer: Viewer) => Promise<Exclude<Decided['outcome'], 'REFUSED'>>,
): Promise<Decided> {
  const viewer = await requireAllowed('import');
  const t = await getTranslations('imports.outcome');
  try {
    const outcome = await work(viewer);
    revalidatePath('/', 'layout');
    return { outcome, field: '', text: t(outcome) };
  } catch (error) {
    if (!(error instanceof Problem)) {
      console.error(error);
      return { outcome: 'REFUSED', field: '', text: t('internal') };
    }
    const field = error.faults[0]?.pointer.split('/')[1] ?? '';
    const known = `refused.${error.extra.code ?? `${error.kind}${field ? `-${field}` : ''}`}` as Parameters<
      typeof t.has
    >[0];
    return { outcome: 'REFUSED', field, text: t.has(known) ? t(known) : t('internal') };
  }
}
