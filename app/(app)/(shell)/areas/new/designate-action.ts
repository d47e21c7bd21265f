'use server';

import type { DesignationAnswer, DesignationInput } from '@/components/designation/designation-input';
import { wholeGroundOf } from '@/components/form/whole-ground';
import { act } from '@/server/acts/act';
import { designateArea } from '@/server/areas/designate-area';
import { findOwnArea } from '@/server/areas/find-own-area';
import { currentViewer } from '@/server/auth/current-viewer';
import { Problem } from '@/server/errors';
import { runtime } from '@/server/runtime';

/** Field of the form for each member of the service's input. */
const FIELD: Record<string, string> = { divisionCode: 'division' };

/** Designate what the form states. The service checks every member and the viewer's right itself. */
export async function designateAction(input: DesignationInput): Promise<DesignationAnswer> {
  const viewer = await currentViewer();
  if (!viewer) return { ok: false, kind: 'signed-out', fields: [] };
  try {
    return { ok: true, ...(await act(runtime(), viewer, designateArea, input)) };
  } catch (error) {
    if (!(error instanceof Problem)) {
      console.error('Designation failed:', error);
      return { ok: false, kind: 'unavailable', fields: [] };
    }
    if (error.kind === 'conflict') {
      const existing = await findOwnArea(runtime(), viewer, input);
      return { ok: false, kind: 'conflict', fields: [], ...(existing ? { existing } : {}) };
    }
    if (error.kind === 'not-found') return { ok: false, kind: 'invalid-input', fields: ['division'] };
    const whole = wholeGroundOf(error.extra);
    if (whole) return { ok: false, kind: 'invalid-input', fields: ['confirmedWhole'], whole };
    const fields = error.faults.map(({ pointer }) => pointer.split('/')[1] ?? '');
    return { ok: false, kind: 'invalid-input', fields: fields.map((name) => FIELD[name] ?? name) };
  }
}
