import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MESSAGES } from '@/app/i18n/messages';
import { projectFile, sourceFiles } from './source-files';

/** Ways of writing Beijing time by hand; `domain/time` alone may. */
const BY_HAND: readonly [string, RegExp][] = [
  ['the offset', /\b8 \* (3_?600_?000|60 \* 60|HOUR|\w+\.h\b)|\b28_?800(_?000)?\b|[`'"]\+08:00/],
  ['the zone', /Asia\/Shanghai/],
  ['a piece of an ISO text', /toISOString\(\)\s*\.(slice|substring|substr|split|match)\(/],
  [
    'a formatter of the platform',
    /DateTimeFormat|toLocale(Date|Time)String\(|RelativeTimeFormat|\bdateTime\(|relativeTime\(/,
  ],
  ['parts of a date', /\.get(UTC)?(FullYear|Month|Date|Day|Hours|Minutes)\(\)/],
  ['an hour or an age in words', /[}#]\s?(时[`'"分]|(分钟|小时|天)前|(minutes?|hours?|days?) ago\b)/],
];

/** The code without its comments, which may speak of all that. */
const codeOf = (path: string) =>
  readFileSync(projectFile(path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');

it('Beijing time is written by domain/time alone', () => {
  const found = sourceFiles('app', 'components', 'domain', 'server')
    .filter(({ path }) => !path.startsWith('domain/time/'))
    .flatMap(({ path }) => {
      const code = codeOf(path);
      return BY_HAND.filter(([, form]) => form.test(code)).map(([what]) => `${path}: ${what}`);
    });
  expect(found).toEqual([]);
});

it('no text of the screens writes an hour, an age or a date by itself', () => {
  const found = Object.entries(MESSAGES).flatMap(([locale, texts]) =>
    [
      ...JSON.stringify(texts).matchAll(
        /\{\w+(, (date|time)\b[^}]*|\}时|\}:00)|[}#] ?((分钟|小时|天)前|(minutes?|hours?|days?) ago\b)/g,
      ),
    ].map(([text]) => `${locale}: ${text}`),
  );
  expect(found).toEqual([]);
});
