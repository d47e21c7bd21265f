import { liesIn } from '@/domain/division/lies-in';
import type { StandingPlace } from '@/domain/list/diff-types';
import type { ListEntry } from '@/domain/list/types';
import type { Viewer } from '@/server/auth/viewer';
import type { DivisionBook } from './division-book';
import type { ListPreview } from './preview-list';

/**
 * The part of a preview that lies in the viewer's jurisdiction: what they may not see elsewhere is not shown here
 * either. Rows without a place (warnings quote the file) are for those who see the whole nation.
 */
export function boundPreview(book: DivisionBook, viewer: Viewer, preview: ListPreview): ListPreview {
  if (viewer.scope === '') return preview;
  const { prepared, plan } = preview;
  const inside = (code: string | null) => code !== null && liesIn(book.placed(code)?.path, viewer.scope);
  const named = ({ entry }: { entry: ListEntry }) => inside(prepared.places.get(entry)?.code ?? null);
  const stands = ({ standing }: { standing: StandingPlace }) => inside(standing.divisionCode);
  const both = (row: { entry: ListEntry; standing: StandingPlace }) => named(row) && stands(row);
  const { diff } = plan;
  return {
    prepared: { ...prepared, list: { ...prepared.list, warnings: [] } },
    plan: {
      ...plan,
      added: plan.added.filter(named),
      discrepancies: plan.discrepancies.filter((row) => inside(row.divisionCode)),
      diff: {
        ...diff,
        raised: diff.raised.filter(stands),
        lowered: diff.lowered.filter(stands),
        ended: diff.ended.filter(stands),
        renamed: diff.renamed.filter(both),
        possibleRenames: diff.possibleRenames.filter(both),
        unresolved: diff.unresolved.filter(named),
        duplicates: diff.duplicates.filter(named),
        twoLevels: diff.twoLevels.filter(named),
      },
    },
  };
}
