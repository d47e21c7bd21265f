import { useEffect, useState } from 'react';
import type { DivisionOption, FindDivisions } from './division-option';

type State = 'idle' | 'looking' | 'found' | 'failed';

const QUIET_MS = 200;
const NONE: DivisionOption[] = [];

/**
 * Divisions for what is being typed, asked for once the typing rests; an answer that comes after a newer question is
 * dropped.
 * @param chosen while the text is this one's name there is nothing to look for
 */
export function useFoundDivisions(
  find: FindDivisions,
  text: string,
  chosen: DivisionOption | null,
): { options: DivisionOption[]; state: State } {
  const [answer, setAnswer] = useState<{ options: DivisionOption[]; state: State }>({
    options: NONE,
    state: 'idle',
  });
  const wanted = text.trim();
  const settled = wanted === '' || wanted === chosen?.name;
  useEffect(() => {
    if (settled) {
      setAnswer({ options: NONE, state: 'idle' });
      return;
    }
    let outdated = false;
    const timer = setTimeout(() => {
      setAnswer((before) => ({ ...before, state: 'looking' }));
      find(wanted).then(
        (options) => outdated || setAnswer({ options, state: 'found' }),
        () => outdated || setAnswer({ options: NONE, state: 'failed' }),
      );
    }, QUIET_MS);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [find, wanted, settled]);
  return answer;
}
