import type { RecordInfectionInput, RecordScreeningInput } from '@/domain/acts/evidence';
import { act } from '@/server/acts/act';
import { recordInfection } from '@/server/areas/record-infection';
import { recordScreening } from '@/server/areas/record-screening';
import { systemViewer } from '@/server/auth/viewer';
import { Problem } from '@/server/errors';
import type { ServiceContext } from '@/server/service-context';

/**
 * Let everything happen that the drill's script has planned up to the clock's present, oldest first, each once.
 * An event is sent under a key of its own and marked afterwards. A process that is killed in between leaves it unmarked;
 * whoever comes next sends it again, which is known as the same act, and marks it.
 * An event that the service refuses is marked with the reason, so that it does not stop the clock.
 * @returns how many events happened.
 */
export async function applyDrillEvents(context: ServiceContext): Promise<number> {
  const { prisma } = context.db;
  const planned = await prisma.drillEvent.findMany({
    where: { appliedAt: null, at: { lte: new Date(context.clock.now()) } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  let applied = 0;
  for (const { id, at, kind, payload } of planned) {
    const clock = { now: () => at.getTime(), drill: true };
    const refused = await refusalOf(() => happen({ ...context, clock }, kind, Object(payload), keyOf(id)));
    await prisma.drillEvent.updateMany({ where: { id, appliedAt: null }, data: { appliedAt: at, refused } });
    if (refused === null) applied += 1;
    else console.error(`Drill event ${id} was refused: ${refused}`);
  }
  return applied;
}

async function happen(world: ServiceContext, kind: string, payload: object, key: string): Promise<unknown> {
  const viewer = systemViewer('drill');
  return kind === 'INFECTION'
    ? act(world, viewer, recordInfection, payload as RecordInfectionInput, key)
    : act(world, viewer, recordScreening, payload as RecordScreeningInput, key);
}

/** Why it can never happen; null when it did. @throws what may be tried again: a lost race, a database that is away. */
async function refusalOf(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof Problem && (error.kind === 'invalid-input' || error.kind === 'not-found')) {
      return error.detail;
    }
    throw error;
  }
}

/** The key under which an event is sent: the same whenever and wherever it is tried. */
function keyOf(eventId: number): string {
  return `00000000-0000-8000-8000-${eventId.toString(16).padStart(12, '0')}`;
}
