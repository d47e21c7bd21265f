import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { reasonText } from '@/server/areas/inputs';
import { systemViewer } from '@/server/auth/viewer';
import { systemClock } from '@/server/clock/clock';
import { openDrillClock } from '@/server/clock/drill-clock';
import { terminalLanguage } from '@/server/config';
import { type Database, openDatabase } from '@/server/db/connect';
import { loadDivisions } from '@/server/divisions/load-divisions';
import { Problem } from '@/server/errors';
import { type ApplyOutcome, applyList } from '@/server/ingest/apply-list';
import { type ListPreview, previewList } from '@/server/ingest/preview-list';
import { loadReference } from '@/server/start/load-reference';
import { StartupError } from '@/server/startup-error';
import { importJson } from './import-json';
import { importText } from './import-text';
import { jsonLine, say, tell } from './terminal';
import { withDatabase } from './with-database';

const USAGE =
  'npm run -s import -- FILE [--apply] [--confirm REASON] [--authority national] [--json] [--lang zh|en]';

/**
 * `npm run import`: what a list would change, and with `--apply` change it. Exit 0 when it went well, 1 when the file is
 * no list or cannot be read, 2 when the list must be confirmed by a person (`--confirm` with the reason).
 */
export async function run(args: string[]): Promise<void> {
  const { file, options } = readArguments(args);
  const language = options.lang ?? terminalLanguage();
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new StartupError(`${file} cannot be read (${error.code}).`);
  });
  const show = (seen: ListPreview, outcome: ApplyOutcome | null) =>
    say(options.json ? importJson(seen, outcome, language) : importText(seen, outcome, language));
  try {
    await withDatabase(async ({ url, shared }) => {
      const db = openDatabase(url);
      try {
        if (!shared) await prepare(db);
        const clock = (await openDrillClock(db)) ?? systemClock;
        const context = { db, clock, downgrade: { request: async () => undefined } };
        const viewer = systemViewer('console');
        const given = { bytes, fileName: path.basename(file), authority: options.authority };
        const seen = await previewList(context, viewer, given);
        const outcome = options.apply ? await applyList(context, viewer, seen, options.confirm) : null;
        show(seen, outcome);
        const waits = outcome ? outcome.status === 'HELD' : seen.plan.holds.length > 0;
        if (waits) process.exitCode = 2;
      } finally {
        await db.close();
      }
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.exitCode = 1;
    const { kind, detail, faults } = error;
    if (options.json) say(jsonLine({ status: 'REFUSED', error: { kind, detail, faults } }));
    tell(detail);
    for (const fault of faults) tell(`  ${fault.pointer || '(file)'}: ${fault.reason}`);
  }
}

/** Alone on its database a command finds no server that loaded what every import needs. */
async function prepare(db: Database): Promise<void> {
  await loadReference(db);
  await loadDivisions(db, tell);
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        apply: { type: 'boolean', default: false },
        confirm: { type: 'string' },
        authority: { type: 'string', default: 'national' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string' },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error('Name one file');
    const { lang, confirm, ...options } = values;
    if (lang !== undefined && lang !== 'zh' && lang !== 'en') throw new Error('--lang is zh or en');
    const reason = confirm === undefined ? undefined : reasonText.safeParse(confirm);
    if (reason && !reason.success) throw new Error(`--confirm: ${reason.error.issues[0]?.message}`);
    return { file, options: { ...options, lang, confirm: reason?.data } as const };
  } catch (error) {
    throw new StartupError(`${(error as Error).message.split('. ')[0]}.\nUsage: ${USAGE}`);
  }
}
