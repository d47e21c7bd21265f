import type { ShellStatus } from '@/domain/time/shell-status';
import { processWide } from '@/server/process-wide';
import type { Runtime } from '@/server/runtime';

type Wiring = Pick<Runtime, 'db' | 'clock' | 'drill' | 'log'>;
type Latest = { head: number; at: number | 'none' };

/** As the contract's `stale`: after a minute without a word from the database. */
const STALE_AFTER_MS = 60_000;

/** What the top bar shows at this moment. The database is asked only after the log has grown. */
export async function shellStatus(rt: Wiring): Promise<ShellStatus> {
  const unheardMs = Date.now() - rt.log.confirmedAt;
  return {
    now: rt.clock.now(),
    drill: rt.drill !== null,
    paused: rt.drill?.paused ?? false,
    changedAt: await changedAt(rt).catch(() => 'unknown'),
    unheardMs: unheardMs > STALE_AFTER_MS ? unheardMs : null,
  };
}

async function changedAt({ db, log }: Wiring): Promise<ShellStatus['changedAt']> {
  const kept = processWide('latest-change', (): { latest: Latest | null } => ({ latest: null }));
  const { head } = log;
  if (kept.latest?.head !== head) {
    const row = await db.prisma.changeLog.findUnique({ where: { seq: head }, select: { recordedAt: true } });
    kept.latest = { head, at: row?.recordedAt.getTime() ?? 'none' };
  }
  return kept.latest.at;
}
