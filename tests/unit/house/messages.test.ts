import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/app/i18n/locales';
import { MESSAGES } from '@/app/i18n/messages';

const FOLDER = path.resolve(import.meta.dirname, '../../../app/messages');
const files = readdirSync(path.join(FOLDER, 'zh-CN')).sort();
const read = (locale: string, file: string): unknown =>
  JSON.parse(readFileSync(path.join(FOLDER, locale, file), 'utf8'));

/** Every text of a tree by its dotted key. */
function texts(tree: unknown, prefix = ''): [string, string][] {
  if (typeof tree === 'string') return [[prefix, tree]];
  return Object.entries(tree as object).flatMap(([key, value]) =>
    texts(value, prefix ? `${prefix}.${key}` : key),
  );
}

describe('the texts of the screens', () => {
  it.each(files)('%s stands in both languages with the same keys', (file) => {
    const zh = texts(read('zh-CN', file));
    const en = texts(read('en', file));
    expect(en.map(([key]) => key).sort()).toEqual(zh.map(([key]) => key).sort());
  });

  it.each(LOCALES)('in %s are all registered, so that no screen shows a key', (locale) => {
    const namespaces = files.map((file) => file.replace(/\.json$/, ''));
    expect(Object.keys(MESSAGES[locale]).sort()).toEqual(namespaces);
    for (const [name, given] of Object.entries(MESSAGES[locale])) {
      expect(given).toEqual(read(locale, `${name}.json`));
    }
  });

  it.each(files)('%s has no exclamation mark and full-width punctuation after Chinese characters', (file) => {
    const faults = texts(read('zh-CN', file)).filter(([, text]) => /[!！]|[一-鿿][,;:?](?!\w)/.test(text));
    expect(faults).toEqual([]);
  });
});
