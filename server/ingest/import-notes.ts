import { liesIn } from '@/domain/division/lies-in';
import type { StatedLevel } from '@/domain/level/level';
import type { DiscrepancyKind } from '@/domain/list/planned';
import type { Sentence } from '@/domain/list/sentence';
import { divisionPaths } from '@/server/areas/division-path';
import type { Viewer } from '@/server/auth/viewer';
import type { ServiceContext } from '@/server/service-context';
import { explainDiscrepancy } from './explain-discrepancy';
import { assertMayImport } from './preview-list';

/** What the lists left to look at. */
export interface ImportNotes {
  /** Standing areas of imported lists whose path leads to no county. */
  readonly unresolved: readonly {
    readonly areaId: string;
    readonly name: string;
    readonly writtenPath: string;
    readonly level: StatedLevel;
  }[];
  /** Differences inside the home division, as of the list applied last. */
  readonly discrepancies: readonly {
    readonly id: string;
    readonly areaId: string | null;
    readonly name: string;
    readonly path: string;
    readonly ownLevel: StatedLevel | null;
    readonly listLevel: StatedLevel | null;
    readonly text: Sentence;
  }[];
  /** How many more of each lie outside the viewer's jurisdiction. */
  readonly outside: { readonly unresolved: number; readonly discrepancies: number };
}

const SHOWN = 500;

/**
 * The unresolved areas and the discrepancies that wait for an officer, those inside the viewer's jurisdiction.
 * @throws Problem not-found for other roles.
 */
export async function importNotes(context: Pick<ServiceContext, 'db'>, viewer: Viewer): Promise<ImportNotes> {
  assertMayImport(viewer);
  const { prisma } = context.db;
  const standing = { recordedTo: null, validTo: null };
  const unplaced = { resolved: false, authority: { own: false }, designations: { some: standing } } as const;
  const within = viewer.scope === '' ? {} : { division: { path: { startsWith: viewer.scope } } };
  const [areas, count, last] = await Promise.all([
    prisma.area.findMany({
      where: { ...unplaced, ...within },
      include: { designations: { where: standing } },
      orderBy: [{ writtenPath: 'asc' }, { name: 'asc' }],
      take: SHOWN,
    }),
    Promise.all([
      prisma.area.count({ where: unplaced }),
      prisma.area.count({ where: { ...unplaced, ...within } }),
    ]),
    prisma.listImport.findFirst({
      where: { status: 'APPLIED' },
      orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
      include: { discrepancies: { orderBy: [{ kind: 'asc' }, { divisionCode: 'asc' }, { id: 'asc' }] } },
    }),
  ]);
  const all = last?.discrepancies ?? [];
  const paths = await divisionPaths(
    prisma,
    all.flatMap((row) => row.divisionCode ?? []),
  );
  const rows = all.filter((row) => liesIn(paths.get(row.divisionCode ?? '')?.path, viewer.scope));
  return {
    unresolved: areas.map(({ id, name, writtenPath, designations }) => ({
      areaId: id,
      name,
      writtenPath,
      level: designations[0]?.level ?? 'LOW',
    })),
    discrepancies: rows
      .slice(0, SHOWN)
      .map(({ id, areaId, name, divisionCode, ownLevel, listLevel, kind }) => ({
        id,
        areaId,
        name,
        path:
          paths
            .get(divisionCode ?? '')
            ?.steps.map((step) => step.name)
            .join(' ') ?? '',
        ownLevel,
        listLevel,
        text: explainDiscrepancy({ kind: kind as DiscrepancyKind, ownLevel, listLevel }),
      })),
    outside: { unresolved: count[0] - count[1], discrepancies: all.length - rows.length },
  };
}
