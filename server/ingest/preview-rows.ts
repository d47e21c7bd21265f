import type { DiffRow } from '@/domain/list/diff-types';
import { explainRow } from '@/domain/list/explain-row';
import type { PreviewRow, PreviewSection } from '@/domain/list/preview';
import { sayWarning } from '@/domain/list/say-warning';
import type { Sentence } from '@/domain/list/sentence';
import { explainDiscrepancy } from './explain-discrepancy';
import type { ListPlan, PreparedList } from './list-plan';

type Seen = { readonly prepared: Pick<PreparedList, 'list'>; readonly plan: ListPlan };

/** How many rows a section has. */
export function sectionSize(seen: Seen, section: PreviewSection): number {
  return rowsOf(seen, section).length;
}

/** A slice of a section's rows, each with its reason in the language asked for. */
export function previewRows(
  seen: Seen,
  section: PreviewSection,
  language: keyof Sentence,
  offset = 0,
  limit = Number.POSITIVE_INFINITY,
): PreviewRow[] {
  const { plan, prepared } = seen;
  const slice = <T>(rows: readonly T[], shape: (row: T) => PreviewRow): PreviewRow[] =>
    rows.slice(offset, offset + limit).map(shape);
  switch (section) {
    case 'added':
      return slice(plan.added, ({ entry, former }) => ({
        ...stated(entry),
        from: null,
        areaId: former?.areaId ?? null,
        reason: former ? RETURNED[language] : explainRow({ kind: 'ADDED', entry, ...NEW })[language],
      }));
    case 'discrepancies':
      return slice(plan.discrepancies, (row) => ({
        from: row.ownLevel,
        to: row.listLevel,
        path: row.writtenPath,
        name: row.name,
        formerName: null,
        pointer: row.pointer,
        areaId: row.areaId,
        reason: explainDiscrepancy(row)[language],
      }));
    case 'warnings':
      return slice(prepared.list.warnings, (warning) => ({
        ...{ from: null, to: null, path: '', name: '', formerName: null, areaId: null },
        pointer: warning.pointer,
        reason: sayWarning(warning, language),
      }));
    default:
      return slice<DiffRow>(plan.diff[section], (row) => ({
        ...shapeOf(row),
        reason: explainRow(row)[language],
      }));
  }
}

const NEW = { reason: 'NEW_PLACE', divisionCode: null } as const;
const RETURNED: Sentence = {
  zh: '名单再次列出；曾在名单上，沿用原有编号和历史。',
  en: 'The list names it again; it keeps the identity and history it had.',
};

function rowsOf({ plan, prepared }: Seen, section: PreviewSection): readonly unknown[] {
  if (section === 'discrepancies') return plan.discrepancies;
  if (section === 'warnings') return prepared.list.warnings;
  return section === 'added' ? plan.added : plan.diff[section];
}

function stated(entry: Extract<DiffRow, { kind: 'ADDED' }>['entry']) {
  const { level, writtenPath, place, pointer } = entry;
  return { to: level, path: writtenPath, name: place, formerName: null, pointer };
}

function shapeOf(row: DiffRow): Omit<PreviewRow, 'reason'> {
  switch (row.kind) {
    case 'ENDED': {
      const { level, writtenPath, place, areaId } = row.standing;
      return {
        from: level,
        to: null,
        path: writtenPath,
        name: place,
        formerName: null,
        pointer: null,
        areaId,
      };
    }
    case 'RAISED':
    case 'LOWERED':
    case 'RENAMED':
    case 'POSSIBLE_RENAME': {
      const { level, place, areaId } = row.standing;
      const formerName = place === row.entry.place ? null : place;
      return { ...stated(row.entry), from: level, formerName, areaId };
    }
    case 'TWO_LEVELS':
      return { ...stated(row.entry), from: row.lower.level, areaId: null };
    case 'ADDED':
    case 'UNRESOLVED':
    case 'DUPLICATE':
      return { ...stated(row.entry), from: null, areaId: null };
    default:
      return row satisfies never;
  }
}
