import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROBLEM_STATUS } from '@/server/errors';
import { projectFile, sourceFiles, topLevel } from './source-files';

const sources = sourceFiles('app', 'components', 'domain', 'server', 'scripts', 'tests');
const text = (name: string) => readFileSync(projectFile(name), 'utf8');

describe('the house', () => {
  it('has no top-level folder beyond those of docs/architecture.md', () => {
    const folders = topLevel().filter((name) => !name.includes('.') && name !== 'LICENSE');
    const known = [
      'app',
      'components',
      'docs',
      'domain',
      'examples',
      'prisma',
      'public',
      'scripts',
      'server',
      'tests',
    ];
    expect(folders.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('keeps source files readable at a sitting: none over 15 kB', () => {
    expect(sources.filter(({ bytes }) => bytes > 15_360).map(({ path }) => path)).toEqual([]);
  });

  it('leaves no work for later in a comment', () => {
    const later = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`);
    expect(sources.filter(({ path }) => later.test(text(path))).map(({ path }) => path)).toEqual([]);
  });

  it('has no barrel files', () => {
    const barrels = sourceFiles('components', 'domain', 'server').filter(({ path }) =>
      /\/index\.tsx?$/.test(path),
    );
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });

  it('keeps the rules free of clock, chance, network and process', () => {
    const impure =
      /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|crypto\.|fetch\(|process\.|console\.|setTimeout\()/;
    const found = sourceFiles('domain').filter(({ path }) => impure.test(text(path)));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it.each(Object.keys(PROBLEM_STATUS))('explains the refusal "%s" on a page of its own', (kind) => {
    const page = `docs/errors/${kind}.md`;
    expect(existsSync(projectFile(page)) && text(page)).toContain(`# ${kind}`);
  });
});
