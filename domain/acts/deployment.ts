import * as z from 'zod';
import { administratorsReason, reachCode } from './account';

/** Whose headquarters this deployment is; `divisionCode` null: nobody's own. */
export const setHomeDivisionInput = z.object({ divisionCode: reachCode, reason: administratorsReason });

const LONGEST_MOVE_MS = 60 * 86_400_000;
const FORWARD = 'The clock moves forward, by at most 60 days at a time';

/** How to move a drill's clock: forward by so many milliseconds, and whether time stands still afterwards. */
export const moveDrillClockInput = z.object({
  byMs: z.number(FORWARD).int(FORWARD).min(0, FORWARD).max(LONGEST_MOVE_MS, FORWARD).default(0),
  paused: z.boolean().optional(),
});
export type MoveDrillClockInput = z.input<typeof moveDrillClockInput>;
