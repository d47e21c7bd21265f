import type { ActionAnswer } from '@/components/area/record/inputs';
import { wholeGroundOf } from '@/components/form/whole-ground';
import { Problem } from '@/server/errors';

/** A refusal as a form shows it: of which kind, and at which fields. What is no Problem is logged and said to be down. */
export function refusalOf(error: unknown): ActionAnswer {
  if (!(error instanceof Problem)) {
    console.error('Action of an area page failed:', error);
    return { ok: false, kind: 'unavailable', fields: [] };
  }
  const whole = wholeGroundOf(error.extra);
  if (whole) return { ok: false, kind: 'invalid-input', fields: ['confirmedWhole'], whole };
  const fields = error.faults.map(({ pointer }) => pointer.split('/')[1] ?? '');
  switch (error.kind) {
    case 'invalid-input':
    case 'conflict':
    case 'not-found':
      return { ok: false, kind: error.kind, fields };
    case 'not-signed-in':
      return { ok: false, kind: 'signed-out', fields };
    default:
      return { ok: false, kind: 'unavailable', fields };
  }
}
