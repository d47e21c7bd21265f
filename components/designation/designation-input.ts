import type { Answer } from '@/domain/acts/answer';
import type { DesignateAreaInput } from '@/domain/acts/area';
import type { DivisionOption } from '../division/division-option';

/** Designates what the form states; `key` is made once by the form. */
export type Designate = (input: DesignateAreaInput, key: string) => Promise<Answer<{ areaId: string }>>;

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
