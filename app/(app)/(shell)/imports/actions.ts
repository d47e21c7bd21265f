'use server';

import { revalidatePath } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Decided } from '@/components/imports/ask-server';
import { languageOf, sayInstant } from '@/domain/time/say-instant';
import { act } from '@/server/acts/act';
import { answered } from '@/server/acts/door';
import { resolveArea } from '@/server/areas/resolve-area';
import type { Viewer } from '@/server/auth/viewer';
import { decidePreviewedList } from '@/server/ingest/decide-previewed-list';
import { rejectHeldList } from '@/server/ingest/reject-held-list';
import { untilShown } from '@/server/lookup/until-shown';
import { runtime } from '@/server/runtime';

/** Apply or hold the previewed list, or confirm the held one it was made from, with the reason. */
export async function applyAction(token: string, reason: string): Promise<Decided> {
  return decided(async (viewer) => {
    const outcome = await decidePreviewedList(runtime(), viewer, String(token), String(reason));
    if (outcome.status === 'ALREADY_APPLIED') {
      const { name, at } = outcome.by;
      return { outcome: outcome.status, said: { who: name ?? '', at } };
    }
    const shown = outcome.status !== 'APPLIED' || (await untilShown(runtime()));
    return { outcome: outcome.status, text: shown ? outcome.status : 'APPLIED_NOT_SHOWN' };
  });
}

/** Set a held list aside. */
export async function rejectAction(importId: string, reason: string): Promise<Decided> {
  return decided(async (viewer) => {
    await act(runtime(), viewer, rejectHeldList, { importId: String(importId), reason: String(reason) });
    return { outcome: 'REJECTED' };
  });
}

/** Say where an unresolved area lies. */
export async function resolveAction(areaId: string, divisionCode: string, reason: string): Promise<Decided> {
  return decided(async (viewer) => {
    const input = { areaId: String(areaId), divisionCode: String(divisionCode), reason: String(reason) };
    await act(runtime(), viewer, resolveArea, input);
    return { outcome: 'RESOLVED' };
  });
}

type Done = Exclude<Decided['outcome'], 'REFUSED'>;

async function decided(
  work: (viewer: Viewer) => Promise<{
    outcome: Done;
    text?: Done | 'APPLIED_NOT_SHOWN';
    said?: { who: string; at: number };
  }>,
): Promise<Decided> {
  const [t, locale] = await Promise.all([getTranslations('imports.outcome'), getLocale()]);
  const hour = (at: number) => sayInstant(at, languageOf(locale));
  const answer = await answered(work);
  if (answer.ok) {
    const { outcome, text = outcome, said } = answer;
    revalidatePath('/', 'layout');
    const values = { who: said?.who || t('system'), when: hour(said?.at ?? 0) };
    return { outcome, field: '', text: t(text, values) };
  }
  const { stands, changed, decidedBy, decidedAt, reason = '', within = '' } = answer.values;
  const [field = ''] = answer.fields;
  const more = stands ?? changed ?? (answer.code ? '' : field);
  const named = [answer.code ?? answer.kind, more].filter(Boolean).join('-');
  const known = `refused.${named}` as Parameters<typeof t.has>[0];
  const when = decidedAt ? hour(Date.parse(decidedAt)) : '';
  const values = { who: decidedBy || t('system'), when, reason, within };
  return { outcome: 'REFUSED', field, text: t.has(known) ? t(known, values) : t('internal') };
}
