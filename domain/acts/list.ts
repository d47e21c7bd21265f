import * as z from 'zod';
import { reasonText } from './fields';

/** To apply a held list all the same. */
export const confirmHeldListInput = z.object({ importId: z.string(), reason: reasonText });

/** To set a held list aside for good. */
export const rejectHeldListInput = z.object({ importId: z.string(), reason: reasonText });
