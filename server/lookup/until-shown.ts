import { logHead } from '@/server/feed/log-head';
import type { Runtime } from '@/server/runtime';

/** The peak list is read into the look-up in a fraction of it. */
const PATIENCE_MS = 30_000;

/**
 * Wait until the look-up of this process, behind every door, shows everything that is committed by now.
 * @returns false when it did not within `ms`: what was done stands all the same, and will be shown.
 */
export async function untilShown(rt: Pick<Runtime, 'db' | 'shown'>, ms = PATIENCE_MS): Promise<boolean> {
  return rt.shown(await logHead(rt.db), ms);
}
