import { isoInBeijing } from '@/domain/time/say-instant';
import { systemViewer } from '@/server/auth/viewer';
import { openDrillClock } from '@/server/clock/drill-clock';
import { finishDrillMove, moveDrillClock } from '@/server/clock/move-drill-clock';
import { openDatabase } from '@/server/db/connect';
import { Problem } from '@/server/errors';
import { StartupError } from '@/server/startup-error';
import { withDatabase } from './with-database';

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of `+1d`, `+6h` or `+30m`. @throws StartupError saying the form. */
function spanOf(text: string): number {
  const [, amount, unit] = /^\+(\d{1,4})([mhd])$/.exec(text) ?? [];
  if (!amount || !unit) throw new StartupError(`"${text}" is no span of time; write +1d, +6h or +30m.`);
  return Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS];
}

function asSentence(error: unknown): never {
  throw error instanceof Problem ? new StartupError(error.detail) : error;
}

/** `npm run -s demo:clock [-- +1d]`: print the drill's clock, or move it and wait until the downgrade has caught up. */
export async function run([span]: string[]): Promise<void> {
  await withDatabase(async ({ url }) => {
    const db = openDatabase(url);
    try {
      const drill = await openDrillClock(db);
      if (!drill) throw new StartupError('This deployment is not a drill; start it with npm run demo.');
      const moved = span
        ? await moveDrillClock(db, drill, systemViewer('console'), { byMs: spanOf(span) }).catch(asSentence)
        : null;
      if (!moved) await finishDrillMove(db, drill);
      const now = moved?.now ?? drill.now();
      console.log(
        `${isoInBeijing(now)}${moved ? ` lowered=${moved.lowered}` : ''}${drill.paused ? ' paused' : ''}`,
      );
    } finally {
      await db.close();
    }
  });
}
