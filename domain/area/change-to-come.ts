import type { StatedLevel } from '@/domain/level/level';
import type { DesignationFact } from './types';

/** A change of level that is decided and whose hour (epoch ms) is still to come; null where nothing stands before or after. */
export interface ChangeToCome {
  readonly effectiveAt: number;
  readonly from: StatedLevel | null;
  readonly to: StatedLevel | null;
}

/** The last change to come, the only one that can be withdrawn; null when none is. @param at epoch ms */
export function changeToCome(designations: readonly DesignationFact[], at: number): ChangeToCome | null {
  const rows = [...designations].sort((a, b) => a.validFrom - b.validFrom);
  const last = rows.at(-1);
  if (!last) return null;
  const effectiveAt = last.validTo ?? last.validFrom;
  if (effectiveAt <= at) return null;
  if (last.validTo !== null) return { effectiveAt, from: last.status, to: null };
  const before = rows.at(-2);
  const ended = before?.validTo === effectiveAt && before.endCause === last.cause ? before.status : null;
  return { effectiveAt, from: ended, to: last.status };
}
