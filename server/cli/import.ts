import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { reasonText } from '@/domain/acts/fields';
import { act } from '@/server/acts/act';
import { systemViewer, type Viewer } from '@/server/auth/viewer';
import { systemClock } from '@/server/clock/clock';
import { openDrillClock } from '@/server/clock/drill-clock';
import { terminalLanguage } from '@/server/config';
import { type Database, openDatabase } from '@/server/db/connect';
import { loadDivisions } from '@/server/divisions/load-divisions';
import { Problem } from '@/server/errors';
import { logHead } from '@/server/feed/log-head';
import { type ApplyOutcome, applyList } from '@/server/ingest/apply-list';
import { confirmHeldList } from '@/server/ingest/confirm-held-list';
import { ListRefused } from '@/server/ingest/list-refused';
import { type ListPreview, previewList } from '@/server/ingest/preview-list';
import { NO_DOWNGRADE, type ServiceContext } from '@/server/service-context';
import { loadReference } from '@/server/start/load-reference';
import { StartupError } from '@/server/startup-error';
import { importJson } from './import-json';
import { importText } from './import-text';
import { personAtConsole } from './person-at-console';
import { readPassword } from './read-password';
import { serverShows } from './server-shows';
import { jsonLine, say, tell } from './terminal';
import { withDatabase } from './with-database';

const USAGE =
  'npm run -s import -- FILE [--apply | --confirm REASON --by NAME] [--by NAME] [--authority national] [--json] [--lang zh|en]';

/**
 * `npm run import`: what a list would change, and with `--apply` change it. Exit 0 when it went well, 1 when the file is
 * no list or cannot be read, 2 when the list must be confirmed by a person. `--by` names the person who acts and asks for
 * their password; without it the console itself offers the list, and cannot confirm it.
 */
export async function run(args: string[]): Promise<void> {
  const { file, options } = readArguments(args);
  const language = options.lang ?? terminalLanguage();
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new StartupError(`${file} cannot be read (${error.code}).`);
  });
  const { by = '' } = options;
  const password = by === '' ? null : await readPassword(by);
  const show = (seen: ListPreview, outcome: ApplyOutcome | null, shown: boolean | null) =>
    say(
      options.json ? importJson(seen, outcome, shown, language) : importText(seen, outcome, shown, language),
    );
  try {
    await withDatabase(async ({ url, shared }, config) => {
      const db = openDatabase(url);
      try {
        if (!shared) await prepare(db);
        const clock = (await openDrillClock(db)) ?? systemClock;
        const context = { db, clock, downgrade: NO_DOWNGRADE };
        const viewer = password === null ? systemViewer('console') : await personAtConsole(db, by, password);
        const given = { bytes, fileName: path.basename(file), authority: options.authority };
        const seen = await previewList(context, viewer, given);
        const outcome = await decide(context, viewer, seen, options);
        const served = shared || config.DATABASE_URL !== undefined;
        const shown =
          served && outcome?.status === 'APPLIED' ? await serverShows(config, await logHead(db)) : null;
        show(seen, outcome, shown);
        const waits = outcome ? outcome.status === 'HELD' : seen.plan.holds.length > 0;
        if (waits) process.exitCode = 2;
      } finally {
        await db.close();
      }
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.exitCode = 1;
    const { kind, detail, faults } = error instanceof ListRefused ? error.inLanguage(language) : error;
    if (options.json) say(jsonLine({ status: 'REFUSED', error: { kind, detail, faults } }));
    tell(detail);
    const whole = language === 'zh' ? '（整个文件）' : '(file)';
    for (const fault of faults) tell(`  ${fault.pointer || whole}: ${fault.reason}`);
  }
}

async function decide(
  context: ServiceContext,
  viewer: Viewer,
  seen: ListPreview,
  { apply, confirm }: { apply: boolean; confirm: string | undefined },
): Promise<ApplyOutcome | null> {
  if (confirm === undefined) return apply ? act(context, viewer, applyList, { preview: seen }) : null;
  const { authority, fileHash } = seen.prepared;
  const waiting = await context.db.prisma.listImport.findFirst({
    where: { authorityId: authority.id, fileHash, status: 'HELD' },
    select: { id: true },
  });
  if (!waiting) {
    throw new Problem('conflict', 'This list does not wait for a decision; offer it with --apply first.');
  }
  return act(context, viewer, confirmHeldList, { importId: waiting.id, reason: confirm, seen });
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
        by: { type: 'string' },
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
    if (reason && !values.by) {
      throw new Error('--confirm needs --by NAME: a second person confirms a held list, never the console');
    }
    return { file, options: { ...options, lang, confirm: reason?.data } as const };
  } catch (error) {
    throw new StartupError(`${(error as Error).message.split('. ')[0]}.\nUsage: ${USAGE}`);
  }
}
