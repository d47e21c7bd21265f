import { listActOf } from '@/domain/list/explain-list-act';
import type { PlannedRename, StandingListPlace } from '@/domain/list/planned';
import { placeKey } from '@/domain/place/normalize';
import { storedReason } from '@/domain/reason/program-reason';
import { type AreaAttributes, type AreaChange, changeAreas } from '@/server/areas/area-versions';
import type { RawTransaction } from '@/server/db/transaction';
import type { Recording } from '@/server/db/two-time';
import type { ListPlan } from './list-plan';

/** An area after its rename, and the name it had. */
export interface RenamedArea {
  readonly area: {
    id: string;
    name: string;
    aliases: readonly string[];
    writtenPath: string;
    divisionCode: string | null;
    drill: boolean;
  };
  readonly from: string;
}

/**
 * Give standing areas the names a list uses now, from its hour on. Identity and history stay; the former name becomes an
 * alias.
 * @returns the areas of which anything was changed, a further alias alone included: readers of the log know names by it.
 */
export async function renameAreas(
  tx: RawTransaction,
  plan: Pick<ListPlan, 'renamed' | 'effectiveAt'>,
  standingOf: (areaId: string) => StandingListPlace,
  recording: Recording,
): Promise<RenamedArea[]> {
  const renamed = plan.renamed.flatMap((rename) => {
    const standing = standingOf(rename.row.standing.areaId);
    const attributes = renamedAttributes(rename, standing);
    return attributes === null ? [] : [{ standing, attributes, reason: storedReason(listActOf(rename.row)) }];
  });
  const changes = renamed.map(({ standing, attributes, reason }): AreaChange => {
    const cause = causeOf(standing, attributes);
    return { areaId: standing.areaId, from: plan.effectiveAt, cause, reason, attributes };
  });
  await changeAreas(tx, changes, recording);
  return renamed.map(({ standing, attributes }) => {
    const { areaId: id, drill, place: from } = standing;
    const { name, aliases, writtenPath, divisionCode } = attributes;
    return { area: { id, name, aliases, writtenPath, divisionCode, drill }, from };
  });
}

type Renamed = Omit<AreaAttributes, 'kind' | 'population'>;

function causeOf(
  standing: StandingListPlace,
  { name, divisionCode, writtenPath }: Renamed,
): AreaChange['cause'] {
  if (name !== standing.place) return 'RENAMED';
  const moved = divisionCode !== standing.divisionCode || writtenPath !== standing.writtenPath;
  return moved ? 'MOVED' : 'ALIASED';
}

/** The attributes after a rename; null when nothing of them changes. */
function renamedAttributes({ row, target }: PlannedRename, standing: StandingListPlace): Renamed | null {
  const { place: from, divisionCode, writtenPath, resolved } = standing;
  if (target === null) {
    const aliases = withAlias(standing.aliases, row.entry.place, from);
    if (aliases.length === standing.aliases.length) return null;
    return { name: from, nameKey: placeKey(from), aliases, writtenPath, divisionCode, resolved };
  }
  return {
    name: row.entry.place,
    nameKey: target.nameKey,
    aliases: withAlias(standing.aliases, from, row.entry.place),
    writtenPath: row.entry.writtenPath,
    divisionCode: target.divisionCode,
    resolved: resolved || row.divisionCode !== null,
  };
}

/** The aliases with one more, without the present name, none twice. */
function withAlias(aliases: readonly string[], more: string, present: string): string[] {
  return [...new Set([...aliases, more])].filter((alias) => alias !== present);
}
