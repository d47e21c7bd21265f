import type { DivisionCode } from '@/domain/division/types';
import { search } from '@/domain/lookup/search';
import type { Viewer } from '@/server/auth/viewer';
import type { Runtime } from '@/server/runtime';

/** A division to choose, with the names above it, outermost first. */
export interface FoundDivision {
  code: string;
  name: string;
  above: string;
}

const READ = 60;
const SHOWN = 12;

/** Divisions in the viewer's subtree by name, pinyin, initials, code or whole path, best first, at most 12. */
export function findDivisions(
  rt: Pick<Runtime, 'lookup' | 'clock'>,
  viewer: Viewer,
  text: string,
): FoundDivision[] {
  const own = viewer.scope.split('/').filter(Boolean).at(-1) as DivisionCode | undefined;
  const options = { at: rt.clock.now(), limit: READ, ...(own === undefined ? {} : { within: own }) };
  return search(rt.lookup.index, text, options)
    .results.filter((result) => result.kind === 'division')
    .slice(0, SHOWN)
    .map(({ id, name, path }) => ({
      code: id,
      name,
      above: path
        .slice(0, -1)
        .map((step) => step.name)
        .join(' '),
    }));
}
