import { uuidv7 } from 'uuidv7';
import type { RecordInfectionInput, RecordScreeningInput } from '@/domain/acts/evidence';
import { storedReason } from '@/domain/reason/program-reason';
import { type LocalDay, startOfDay } from '@/domain/time/shanghai';
import type { NewArea } from '@/server/areas/area-versions';
import type { Prisma } from '@/server/db/generated/client';
import type { Transaction } from '@/server/db/transaction';
import { inventFacts, isReinfected } from './weifang-plan';

const ACTOR = 'system:drill';
const LABEL = '演练数据';

/** Store the invented past of these areas, and plan what the drill lets happen to them. */
export async function storeInventedFacts(
  tx: Transaction,
  areas: readonly NewArea[],
  since: LocalDay,
  today: LocalDay,
  tomorrow: LocalDay,
): Promise<void> {
  const invented = areas.map((area, index) => ({ area, index, facts: inventFacts(since, index, today) }));
  await tx.infection.createMany({
    data: invented.flatMap(({ area, facts }) =>
      facts.infections.map((found) => ({
        id: uuidv7(),
        areaId: area.id,
        foundOn: new Date(`${found.foundOn}T00:00:00Z`),
        count: found.count,
        countsForDesignation: !found.excluded,
        resetsClock: !found.excluded,
        exclusion: found.excluded ? ('HOME_ISOLATION' as const) : null,
        reason: storedReason({
          code: 'DRILL_FOUND',
          where: found.excluded ? 'HOME_ISOLATION' : 'COMMUNITY',
        }),
        drill: true,
        recordedFrom: new Date(found.at),
        actorId: ACTOR,
      })),
    ),
  });
  await tx.screening.createMany({
    data: invented.flatMap(({ area, facts }) =>
      facts.rounds.map((round) => {
        const id = uuidv7();
        const figures = {
          target: facts.population,
          tested: round.tested,
          positive: 0,
          note: LABEL,
          drill: true,
        };
        const times = {
          windowFrom: new Date(round.from),
          windowTo: new Date(round.to),
          recordedFrom: new Date(round.to),
        };
        return { id, roundId: id, areaId: area.id, ...figures, ...times, actorId: ACTOR };
      }),
    ),
  });
  const plannedRounds = invented.flatMap(({ area, facts }) =>
    facts.plannedRounds.map((round) => {
      const figures = { target: facts.population, tested: facts.population, positive: 0, note: LABEL };
      const payload: RecordScreeningInput = {
        areaId: area.id,
        windowFrom: round.from,
        windowTo: round.to,
        ...figures,
      };
      return { at: new Date(round.to), kind: 'SCREENING', payload: payload as Prisma.InputJsonObject };
    }),
  );
  const plannedInfections = invented
    .filter(({ index }) => isReinfected(since, index, today))
    .map(({ area }) => {
      const payload: RecordInfectionInput = {
        areaId: area.id,
        foundOn: tomorrow,
        count: 1,
        countsForDesignation: true,
        resetsClock: true,
        exclusion: null,
        reason: `${LABEL}:区域内再次检出`,
      };
      return {
        at: new Date(startOfDay(tomorrow) + 10.5 * 3_600_000),
        kind: 'INFECTION',
        payload: payload as Prisma.InputJsonObject,
      };
    });
  await tx.drillEvent.createMany({ data: [...plannedRounds, ...plannedInfections] });
}
