import { liesIn } from '@/domain/division/lies-in';
import type { DiscrepancyKind } from '@/domain/list/planned';
import type { ListNotes } from '@/domain/list/preview';
import { divisionPaths } from '@/server/areas/division-path';
import type { Viewer } from '@/server/auth/viewer';
import type { ServiceContext } from '@/server/service-context';
import { explainDiscrepancy } from './explain-discrepancy';
import { assertMayImport } from './preview-list';

const SHOWN = 500;

/**
 * The unresolved areas and the discrepancies that wait for an officer, those inside the viewer's jurisdiction.
 * @throws Problem not-found for other roles.
 */
export async function importNotes(context: Pick<ServiceContext, 'db'>, viewer: Viewer): Promise<ListNotes> {
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
