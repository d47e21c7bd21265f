import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import aliases from '@/domain/division/aliases.json';
import ethnicGroups from '@/domain/division/ethnic-groups.json';
import zones from '@/domain/division/functional-zones.json';
import pinyinCorrections from '@/domain/division/pinyin-corrections.json';
import withdrawn from '@/domain/division/withdrawn.json';
import type { DivisionTables } from './read-packages';

/** Raise when a rule that shapes stored rows changes (short names, aliases by rule, readings, lifting). */
const RULES = 1;

/**
 * Names the data set that {@link readDivisionBatches} yields: package versions, our own data files, and the rules.
 * Two equal versions mean equal rows. Reads two small files, so that asking costs next to nothing.
 */
export async function divisionsVersion(from: DivisionTables): Promise<string> {
  const packages = await Promise.all([packageVersion(from.tables), packageVersion(from.codes)]);
  const hash = createHash('sha256').update(
    JSON.stringify([RULES, packages, aliases, ethnicGroups, zones, pinyinCorrections, withdrawn]),
  );
  return `${RULES}-${packages.join('-')}-${hash.digest('hex').slice(0, 16)}`;
}

async function packageVersion(folder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(path.join(folder, '../package.json'), 'utf8'));
  const version = (manifest as { version?: unknown }).version;
  if (typeof version !== 'string') throw new Error(`${folder}/../package.json: no version`);
  return version;
}
