import * as z from 'zod';
import { reasonText } from './fields';

/** To apply a held list all the same. */
export const confirmHeldListInput = z.object({ importId: z.string(), reason: reasonText });
export type ConfirmHeldListInput = z.input<typeof confirmHeldListInput>;

/** To set a held list aside for good. */
export const rejectHeldListInput = z.object({ importId: z.string(), reason: reasonText });
export type RejectHeldListInput = z.input<typeof rejectHeldListInput>;

/** To do what a kept preview shows; the reason is asked where it is of a held list. */
export const decidePreviewInput = z.object({ token: z.string(), reason: z.string() });
export type DecidePreviewInput = z.input<typeof decidePreviewInput>;
