'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { writeInstant, writeInstantBrief } from '@/domain/time/say-instant';
import type { ShellStatus } from '@/domain/time/shell-status';
import { useSay } from '../ui/use-say';
import classes from './clock.module.css';

const ASK_EVERY_MS = 15_000;

/**
 * The clock with its zone, the drill badge, and how old the data is. It starts from the server's instant, runs on by
 * itself, and asks again now and then: an administrator may have moved a drill's clock, and data arrives.
 */
export function TickingClock({ status: given }: { status: ShellStatus }) {
  const t = useTranslations('shell.clock');
  const { zone } = useSay();
  const { status, now } = useRunning(given);
  const { drill, paused } = status;
  return (
    <>
      {drill && (
        <strong className={classes.drill}>
          {t('drill')}
          {paused && <span className={classes.paused}>{t('paused')}</span>}
        </strong>
      )}
      <p className={classes.clock}>
        <time dateTime={new Date(now).toISOString()}>
          {writeInstant(now)} {zone}
        </time>
        <DataAge status={status} now={now} />
      </p>
    </>
  );
}

function DataAge({ status, now }: { status: ShellStatus; now: number }) {
  const t = useTranslations('shell.clock');
  const { changedAt, unheardMs } = status;
  const { sayAge: say } = useSay();
  const latest =
    typeof changedAt === 'string'
      ? t(`changed.${changedAt}`)
      : t('changed.at', { time: writeInstantBrief(changedAt, now), age: say(now - changedAt) });
  return (
    <span className={classes.age}>
      {latest}
      {unheardMs !== null && <strong className={classes.stale}>{t('stale', { age: say(unheardMs) })}</strong>}
    </span>
  );
}

function useRunning(given: ShellStatus): { status: ShellStatus; now: number } {
  const [status, setStatus] = useState(given);
  const [elapsed, setElapsed] = useState(0);

  useEffect(() => setStatus(given), [given]);

  useEffect(() => {
    const base = performance.now();
    const tick = () => setElapsed(status.paused ? 0 : performance.now() - base);
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [status]);

  useEffect(() => {
    const ask = async () => {
      if (document.hidden) return;
      const answer = await fetch('/clock').catch(() => null);
      if (answer?.ok) setStatus(await answer.json());
    };
    const timer = setInterval(ask, ASK_EVERY_MS);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, []);

  return { status, now: status.now + elapsed };
}
