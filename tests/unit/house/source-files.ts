import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const SOURCE = /\.(ts|tsx|mts|mjs|js)$/;

/** A file of the project: path from its root, size in bytes. */
export interface SourceFile {
  path: string;
  bytes: number;
}

function* walk(folder: string): Generator<SourceFile> {
  for (const entry of readdirSync(path.join(ROOT, folder), { withFileTypes: true })) {
    if (entry.name === 'generated' || entry.name === 'node_modules') continue;
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(name);
    else if (SOURCE.test(name)) yield { path: name, bytes: statSync(path.join(ROOT, name)).size };
  }
}

/** The source files below the given top-level folders, without what is generated. */
export const sourceFiles = (...folders: string[]): SourceFile[] => folders.flatMap((name) => [...walk(name)]);

/** What stands at the top of the repository, as git knows it (what git ignores is not part of the house). */
export function topLevel(): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const names = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);
  return [...new Set(names.map((name) => name.split('/')[0] ?? name))].sort();
}

export const projectFile = (...parts: string[]) => path.join(ROOT, ...parts);
