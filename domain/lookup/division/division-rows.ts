import type { DivisionCode } from '@/domain/division/types';
import type { DivisionDetail } from '@/domain/lookup/division/division-index';
import type { Growable } from '@/domain/lookup/growable';

/** Rows as they came; `assembleDivisionIndex` sorts and links them. */
export interface DivisionRows {
  readonly pool: Growable<Uint16Array>;
  readonly latin: Growable<Uint8Array>;
  readonly kinds: Growable<Uint8Array>;
  readonly keys: Growable<Float64Array>;
  readonly digits: Growable<Uint8Array>;
  readonly parentKeys: Growable<Float64Array>;
  readonly parentDigits: Growable<Uint8Array>;
  readonly nameStarts: Growable<Uint32Array>;
  readonly nameLengths: Growable<Uint8Array>;
  readonly shortLengths: Growable<Uint8Array>;
  readonly latinStarts: Growable<Uint32Array>;
  readonly pinyinLengths: Growable<Uint8Array>;
  readonly initialsLengths: Growable<Uint8Array>;
  /** By row: codes and parents' codes that have letters, other names, details. */
  readonly letterCodes: Map<number, DivisionCode>;
  readonly letterParents: Map<number, DivisionCode>;
  readonly extras: { row: number; start: number; length: number; short: boolean }[];
  readonly details: Map<number, DivisionDetail>;
}
