import { type RecordInfectionInput, recordInfection } from '@/server/areas/record-infection';
import { type RecordScreeningInput, recordScreening } from '@/server/areas/record-screening';
import { systemViewer } from '@/server/auth/viewer';
import type { ServiceContext } from '@/server/service-context';

/**
 * Let everything happen that the drill's script has planned up to the clock's present, oldest first, each once.
 * @returns how many events happened.
 */
export async function applyDrillEvents(context: ServiceContext): Promise<number> {
  const planned = await context.db.prisma.drillEvent.findMany({
    where: { appliedAt: null, at: { lte: new Date(context.clock.now()) } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const viewer = systemViewer('drill');
  let applied = 0;
  for (const event of planned) {
    // Claimed first: of two processes that see it, one applies it.
    const claim = await context.db.prisma.drillEvent.updateMany({
      where: { id: event.id, appliedAt: null },
      data: { appliedAt: event.at },
    });
    if (claim.count === 0) continue;
    const clock = { now: () => event.at.getTime(), drill: true };
    const at = { ...context, clock };
    if (event.kind === 'INFECTION')
      await recordInfection(at, viewer, event.payload as unknown as RecordInfectionInput);
    else await recordScreening(at, viewer, event.payload as unknown as RecordScreeningInput);
    applied += 1;
  }
  return applied;
}
