// Does one thing on the database in argv as another process of the deployment, and prints what came of it as JSON.
import { viewerOfSession } from '@/server/auth/session';
import { signOut } from '@/server/auth/sign-out';
import type { Viewer } from '@/server/auth/viewer';
import { openDatabase } from '@/server/db/connect';
import { boundPreview } from '@/server/ingest/bound-preview';
import { divisionBook } from '@/server/ingest/division-book';
import { previewHeldList } from '@/server/ingest/held-list';
import { type ListPreview, previewList } from '@/server/ingest/preview-list';
import { keepPreview } from '@/server/ingest/preview-store';

const [url = '', act, given = '{}'] = process.argv.slice(2);
const asked = JSON.parse(given) as {
  viewer: Viewer;
  at: number;
  lists?: string[];
  heldId?: string;
  sessionId: string;
};
const db = openDatabase(url);
const context = { db, clock: { now: () => asked.at, drill: false } };

/** Keep a preview of each list, or of the held one. */
async function previews(): Promise<string[]> {
  const { viewer, lists = [], heldId = null } = asked;
  const book = await divisionBook(db);
  const tokens: string[] = [];
  const keep = async (made: ListPreview) => {
    const shown = boundPreview(book, viewer, made);
    tokens.push(await keepPreview(context, viewer, { preview: made, shown, heldId }));
  };
  if (heldId) await keep(await previewHeldList(context, viewer, heldId));
  for (const list of lists) {
    const file = { bytes: Buffer.from(list, 'base64'), fileName: 'list.json' };
    await keep(await previewList(context, viewer, file));
  }
  return tokens;
}

/** As often as it takes: a person who signs out waits three seconds for the database, a busy machine takes longer. */
async function leave(): Promise<void> {
  for (;;) {
    const done = await signOut(db, asked.sessionId, context.clock).then(
      () => true,
      () => false,
    );
    if (done) return;
  }
}

const acts: Record<string, () => Promise<unknown>> = {
  previews,
  'sign-out': leave,
  viewer: () => viewerOfSession(db, asked.sessionId, context.clock),
};
console.log(JSON.stringify((await acts[act ?? '']?.()) ?? null));
await db.close();
