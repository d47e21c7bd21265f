import type { Sheet } from '@/domain/lookup/sheet/sheet';
import type { LookupResult, PathStep } from '@/domain/lookup/types';

/** The results beside the opened one. */
export interface Others {
  /** Found in the same way as the opened one (a county name that repeats): the person must choose. */
  readonly rivals: readonly LookupResult[];
  /** Found less well. */
  readonly further: readonly LookupResult[];
}

/** Split what a search found beside the opened result; what the sheet already says of an address is left out. */
export function othersOf(sheet: Sheet, results: readonly LookupResult[]): Others {
  const said = new Set([sheet.result.id, ...sheet.parts.map((part) => part.id)]);
  if (sheet.ground !== null) said.add(sheet.ground.id);
  const others = results.filter((result) => !said.has(result.id));
  const alike = (result: LookupResult) => result.match.type === sheet.result.match.type;
  return { rivals: others.filter(alike), further: others.filter((result) => !alike(result)) };
}

/**
 * The widest divisions that tell results apart: provinces, or the prefectures of their only province. Empty when all
 * lie in one.
 */
export function narrowings(results: readonly LookupResult[]): PathStep[] {
  for (const depth of [0, 1]) {
    const steps = new Map<string, PathStep>();
    for (const { path } of results) {
      const step = path[depth];
      if (step !== undefined) steps.set(step.code, step);
    }
    if (steps.size > 1) return [...steps.values()];
  }
  return [];
}
