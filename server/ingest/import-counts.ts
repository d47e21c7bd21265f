import type { ListPlan } from './list-plan';

/** How many rows of each kind; `returned` are those among `added` that stood before. */
export interface ImportCounts {
  readonly added: number;
  readonly raised: number;
  readonly lowered: number;
  readonly ended: number;
  readonly renamed: number;
  readonly returned: number;
  readonly possibleRenames: number;
  readonly unresolved: number;
  readonly duplicates: number;
  readonly twoLevels: number;
  readonly unchanged: number;
  readonly lowNotDrawn: number;
  readonly discrepancies: number;
  readonly compared: number;
}

/** The counts of a plan. */
export function importCounts(plan: ListPlan): ImportCounts {
  const { diff } = plan;
  return {
    added: diff.added.length,
    raised: diff.raised.length,
    lowered: diff.lowered.length,
    ended: diff.ended.length,
    renamed: diff.renamed.length,
    returned: plan.added.filter((area) => area.former !== null).length,
    possibleRenames: diff.possibleRenames.length,
    unresolved: diff.unresolved.length,
    duplicates: diff.duplicates.length,
    twoLevels: diff.twoLevels.length,
    unchanged: diff.unchanged,
    lowNotDrawn: diff.lowNotDrawn,
    discrepancies: plan.discrepancies.length,
    compared: plan.compared,
  };
}
