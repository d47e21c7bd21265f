import type { ShellStatus } from '@/components/shell/shell-status';
import type { Runtime } from '@/server/runtime';

/** What the top bar shows at this moment. While the database does not answer, how old the data is stays unknown. */
export async function shellStatus(rt: Pick<Runtime, 'db' | 'clock' | 'drill'>): Promise<ShellStatus> {
  const dataAt = await latestChange(rt).catch(() => 'unknown' as const);
  return { now: rt.clock.now(), drill: rt.drill !== null, paused: rt.drill?.paused ?? false, dataAt };
}

async function latestChange({ db }: Pick<Runtime, 'db'>): Promise<number | 'none'> {
  const latest = await db.prisma.changeLog.findFirst({
    orderBy: { seq: 'desc' },
    select: { recordedAt: true },
  });
  return latest?.recordedAt.getTime() ?? 'none';
}
