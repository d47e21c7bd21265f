import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Level } from '@/domain/level/level';

/** When the page asks again after an act, in ms: the downgrade job answers within a second or two. */
const AFTER_ACT_MS = [0, 1_000, 2_000, 3_500, 6_000];
/** And all the while it is looked at. */
const IDLE_MS = 30_000;

/**
 * Keep the page fresh, and say what the last act did.
 * @param level what stands now
 * @returns `changed` once the level is another than when the act was done
 */
export function useFollowUp(level: Level | null) {
  const router = useRouter();
  const [act, setAct] = useState<{ message: string; level: Level | null } | null>(null);
  const [watching, setWatching] = useState(false);
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);

  useEffect(() => {
    const ask = () => !document.hidden && router.refresh();
    const timer = setInterval(ask, IDLE_MS);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [router]);

  useEffect(() => () => timers.current.forEach(clearTimeout), []);

  const follow = useCallback(
    (message: string) => {
      setAct({ message, level });
      setWatching(true);
      timers.current.forEach(clearTimeout);
      timers.current = AFTER_ACT_MS.map((ms) => setTimeout(() => router.refresh(), ms));
      timers.current.push(setTimeout(() => setWatching(false), AFTER_ACT_MS.at(-1)));
    },
    [level, router],
  );
  const outcome = act && { message: act.message, changed: act.level !== level };
  return { outcome, watching, follow, dismiss: () => setAct(null) };
}
