import { writeInstant } from '@/domain/time/say-instant';
import { useSay } from './use-say';

/**
 * An instant on screen, in Beijing time. The zone stands in the tooltip, and beside the time with `zone`.
 * @param props.at epoch milliseconds
 * @param props.now the present instant in epoch milliseconds, for leaving out the year; from the clock in force, which
 *   may be a drill's
 */
export function ZonedTime(props: { at: number; now?: number; zone?: boolean }) {
  const { at, now = null, zone = false } = props;
  const { zone: zoneWord } = useSay();
  const full = `${writeInstant(at)} ${zoneWord} (UTC+8)`;
  return (
    <time dateTime={new Date(at).toISOString()} title={full} style={{ whiteSpace: 'nowrap' }}>
      {writeInstant(at, now)}
      {zone && ` ${zoneWord}`}
    </time>
  );
}
