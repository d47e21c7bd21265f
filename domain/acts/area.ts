import * as z from 'zod';
import { AREA_KINDS } from '@/domain/area/types';
import { divisionCodeText, effectiveInstant, noticeNumber, placeName, reasonText } from './fields';

/** What an officer states to designate a place: which, at what level, from which hour (epoch ms), and why. */
export const designateAreaInput = z.object({
  divisionCode: divisionCodeText,
  name: placeName,
  kind: z.enum(AREA_KINDS, { error: 'choose what kind of area it is' }).optional(),
  level: z.enum(['HIGH', 'MEDIUM'], { error: 'choose high or medium' }),
  effectiveAt: effectiveInstant,
  reason: reasonText,
  noticeNo: noticeNumber.optional(),
  /** The whole of a county or more is meant; asked with the figures of what that is. */
  confirmedWhole: z.boolean().default(false),
  population: z.coerce
    .number<number>()
    .int('a whole number')
    .positive('more than 0')
    .max(50_000_000)
    .optional(),
});
export type DesignateAreaInput = z.input<typeof designateAreaInput>;

/** To raise, lower or designate an area anew, by decision. */
export const changeLevelInput = z.object({
  areaId: z.string(),
  /** The designation the officer saw; null when none stood. A lost race is refused. */
  expectedDesignationId: z.string().nullable(),
  to: z.enum(['HIGH', 'MEDIUM', 'LOW'], { error: 'choose the level' }),
  effectiveAt: effectiveInstant,
  reason: reasonText,
  noticeNo: noticeNumber.optional(),
  /** The whole of a county or more is meant; asked when such an area goes up. */
  confirmedWhole: z.boolean().default(false),
});
export type ChangeLevelInput = z.input<typeof changeLevelInput>;

/** To withdraw a change of level before its hour (epoch ms), as the officer saw it. */
export const withdrawLevelInput = z.object({
  areaId: z.string(),
  effectiveAt: effectiveInstant,
  reason: reasonText,
});
export type WithdrawLevelInput = z.input<typeof withdrawLevelInput>;

/** To let a lowering stand that the records no longer bear out; `designationId` is of the lost basis the officer saw. */
export const upholdLoweringInput = z.object({
  areaId: z.string(),
  designationId: z.uuid(),
  reason: reasonText,
});
export type UpholdLoweringInput = z.input<typeof upholdLoweringInput>;

/** To say where an area of an imported list lies whose written path led to no county. */
export const resolveAreaInput = z.object({
  areaId: z.uuid('an area'),
  divisionCode: divisionCodeText,
  reason: reasonText,
});
