import { useCallback, useEffect, useState } from 'react';
import { loadCounties, loadNation, type NationGeo } from './load-geo';
import type { Shapes } from './shapes';

/** Boundaries as far as they have come. `failed` names what did not: without the nation there is no map at all. */
export interface GeoState {
  readonly nation: NationGeo | null;
  readonly counties: Shapes | null;
  readonly failed: 'nation' | 'counties' | null;
}

const NOTHING: GeoState = { nation: null, counties: null, failed: null };

/**
 * Load the boundary files, the light one first.
 * @param base address of the folder that holds them
 * @returns the state, and a function that tries again after a failure
 */
export function useGeo(base: string): readonly [GeoState, () => void] {
  const [state, setState] = useState<GeoState>(NOTHING);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a reason to load again
  useEffect(() => {
    const stop = new AbortController();
    setState(NOTHING);
    const fail = (failed: 'nation' | 'counties') => (reason: unknown) => {
      if (stop.signal.aborted) return;
      console.error(reason);
      // Without the nation there is nothing to draw on, whichever failed first.
      setState((before) => ({ ...before, failed: before.failed === 'nation' ? 'nation' : failed }));
    };
    loadNation(base, stop.signal)
      .then((nation) => setState((before) => ({ ...before, nation })))
      .catch(fail('nation'));
    loadCounties(base, stop.signal)
      .then((counties) => setState((before) => ({ ...before, counties })))
      .catch(fail('counties'));
    return () => stop.abort();
  }, [base, attempt]);

  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return [state, retry];
}
