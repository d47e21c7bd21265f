// Moves the drill clock of the database in argv by three days, as `demo:clock -- +3d` does, so that a test can kill it.
// Where such a move was killed before, it finishes that one, as `demo:clock` does.
import { systemViewer } from '@/server/auth/viewer';
import { openDrillClock } from '@/server/clock/drill-clock';
import { finishDrillMove, moveDrillClock } from '@/server/clock/move-drill-clock';
import { openDatabase } from '@/server/db/connect';

const db = openDatabase(process.argv[2] ?? '');
const drill = await openDrillClock(db);
console.log('moving');
if (drill?.move) await finishDrillMove(db, drill);
else await moveDrillClock(db, drill, systemViewer('console'), { byMs: 3 * 86_400_000 });
await db.close();
