import type { Refusal } from '@/components/form/use-act-form';
import type { WholeGround } from '@/components/form/whole-ground';
import type { AreaKind } from '@/domain/area/types';
import type { DivisionOption } from '../division/division-option';

/** What the form sends; `effectiveAt` epoch ms, `population` persons. */
export interface DesignationInput {
  readonly divisionCode: string;
  readonly name: string;
  readonly kind: AreaKind;
  readonly level: 'HIGH' | 'MEDIUM';
  readonly effectiveAt: number;
  readonly reason: string;
  readonly noticeNo?: string;
  readonly population?: number;
  /** The whole of a county or more is meant. */
  readonly confirmedWhole?: boolean;
}

/**
 * What the action answers. `existing` is the area at which a level stands already, `whole` the ground that must be
 * confirmed.
 */
export type DesignationAnswer =
  | { readonly ok: true; readonly areaId: string }
  | ({ readonly ok: false; readonly existing?: string; readonly whole?: WholeGround } & Refusal);

export type Designate = (input: DesignationInput) => Promise<DesignationAnswer>;

/** The fields as written in the form, which is what a draft keeps. */
export const FIELDS = [
  'division',
  'name',
  'kind',
  'level',
  'day',
  'hour',
  'noticeNo',
  'population',
  'reason',
] as const;
export type DesignationFields = Readonly<Record<(typeof FIELDS)[number], string>>;

/** The chosen division as a draft keeps it; null for none or what cannot be read. */
export function readDivision(text: string): DivisionOption | null {
  const [code, name, above] = text.split('\n');
  return code && name ? { code, name, above: above ?? '' } : null;
}

/** The inverse of `readDivision`. */
export function writeDivision(chosen: DivisionOption | null): string {
  return chosen ? [chosen.code, chosen.name, chosen.above].join('\n') : '';
}
