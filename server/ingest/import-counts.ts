import type { ImportCounts } from '@/domain/list/preview';
import type { ListPlan } from './list-plan';

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
