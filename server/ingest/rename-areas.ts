import { uuidv7 } from 'uuidv7';
import { explainRow } from '@/domain/list/explain-row';
import type { PlannedRename, StandingListPlace } from '@/domain/list/planned';
import { placeKey } from '@/domain/place/normalize';
import { inChunks } from '@/server/db/in-chunks';
import type { RawTransaction } from '@/server/db/transact';
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
 * Give standing areas the names a list uses now. Identity and history stay; the former name becomes an alias.
 * @returns the areas of which anything was changed, a further alias alone included: readers of the log know names by it.
 */
export async function renameAreas(
  tx: RawTransaction,
  plan: Pick<ListPlan, 'renamed' | 'effectiveAt'>,
  standingOf: (areaId: string) => StandingListPlace,
): Promise<RenamedArea[]> {
  const lines = plan.renamed.map((rename) => lineOf(rename, standingOf(rename.row.standing.areaId)));
  await inChunks(lines, async (chunk) => {
    const json = JSON.stringify(chunk);
    await tx.$executeRaw`
      update area set name = line.name, name_key = line."nameKey", aliases = line.aliases,
                      written_path = line."writtenPath", division_code = line."divisionCode",
                      resolved = area.resolved or line.resolved
      from jsonb_to_recordset(${json}::jsonb) as line(
        "areaId" uuid, name text, "nameKey" text, aliases text[], "writtenPath" text, "divisionCode" text, resolved boolean)
      where area.id = line."areaId"`;
    await tx.$executeRaw`
      insert into area_name (id, area_id, name, replaced_at, reason)
      select id, "areaId", "from", ${new Date(plan.effectiveAt)}, reason
      from jsonb_to_recordset(${json}::jsonb) as line(
        id uuid, "areaId" uuid, "from" text, name text, reason text)
      where "from" <> name`;
  });
  return lines
    .filter((line) => line.changed)
    .map(({ areaId, from, name, aliases, writtenPath, divisionCode, drill }) => ({
      area: { id: areaId, name, aliases, writtenPath, divisionCode, drill },
      from,
    }));
}

function lineOf({ row, target }: PlannedRename, standing: StandingListPlace) {
  const { areaId, place: from, drill, resolved } = standing;
  const base = { id: uuidv7(), areaId, from, drill, reason: explainRow(row).zh };
  if (target === null) {
    const aliases = withAlias(standing.aliases, row.entry.place, from);
    const { divisionCode, writtenPath } = standing;
    const changed = aliases.length !== standing.aliases.length;
    return {
      ...base,
      name: from,
      nameKey: placeKey(from),
      aliases,
      writtenPath,
      divisionCode,
      resolved,
      changed,
    };
  }
  return {
    ...base,
    name: row.entry.place,
    nameKey: target.nameKey,
    aliases: withAlias(standing.aliases, from, row.entry.place),
    writtenPath: row.entry.writtenPath,
    divisionCode: target.divisionCode,
    resolved: row.divisionCode !== null,
    changed: true,
  };
}

/** The aliases with one more, without the present name, none twice. */
function withAlias(aliases: readonly string[], more: string, present: string): string[] {
  return [...new Set([...aliases, more])].filter((alias) => alias !== present);
}
