import { liesIn } from '@/domain/division/lies-in';
import { type DivisionLabels, markedAt } from './division-labels';

/**
 * Whether a division of the map lies in (or is) another, judged by the paths of the divisions on the map.
 * @param home null stands for the whole country; a zone or street that the map does not draw stands for what it is marked at
 */
export function isWithin(code: string, home: string | null, labels: DivisionLabels): boolean {
  return home === null || liesIn(pathOf(code, labels), pathOf(home, labels) ?? 'nowhere');
}

/** The path of a division as the map knows it, province first: `370000/370700/370724/`; null when it is not on the map. */
function pathOf(code: string, labels: DivisionLabels): string | null {
  const label = markedAt(code, 'county', labels);
  if (label === null) return null;
  const province = markedAt(code, 'province', labels)?.code ?? label.code;
  const steps = new Set([province, label.prefecture, label.code]);
  return [...steps].map((step) => `${step}/`).join('');
}
