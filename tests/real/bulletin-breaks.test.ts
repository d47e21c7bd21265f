import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBulletinList } from '@/domain/list/parse-bulletin';
import { breakAt, breaking, entriesOf, joinAt, misread, wrapped } from '../unit/list/bulletin-breaking';

const FOLDER = process.env.REAL_DATA_DIR ?? path.resolve(import.meta.dirname, '../../../shared/data');
const HOHHOT = path.join(FOLDER, 'hohhot');

describe.skipIf(!existsSync(HOHHOT)).each(['0305', '0306'])('the bulletin %s of data/hohhot', (day) => {
  const text = existsSync(HOHHOT) ? readFileSync(path.join(HOHHOT, `${day}.txt`), 'utf8') : '';
  const truth = entriesOf(parseBulletinList(text));
  const wrong = (changed: string) => misread(parseBulletinList(changed), truth);

  it('broken or joined at any one place is never applied wrongly', () => {
    const offsets = Array.from(text, (_sign, at) => at);
    expect(offsets.filter((at) => wrong(breakAt(text, at)))).toEqual([]);
    expect(offsets.filter((at) => text[at] === '\n' && wrong(joinAt(text, at)))).toEqual([]);
  });

  it('wrapped at any width is never applied wrongly', () => {
    const widths = Array.from({ length: 200 }, (_none, at) => at + 2);
    expect(widths.filter((width) => wrong(wrapped(text, width)))).toEqual([]);
  });

  it('broken and joined in any mixture is never applied wrongly', () => {
    fc.assert(
      fc.property(breaking(text), (changed) => !wrong(changed)),
      { numRuns: 400 },
    );
  });

  it('cut off at any place is never applied wrongly', () => {
    const offsets = Array.from(text, (_sign, at) => at);
    expect(offsets.filter((at) => wrong(text.slice(0, at)))).toEqual([]);
  });

  it('with 、 or ， lost at a break is never applied wrongly', () => {
    const offsets = Array.from(text, (_sign, at) => at).filter((at) => '、，；。'.includes(text[at] ?? ' '));
    const from = text.indexOf('全国现有');
    const lost = (at: number) => `${text.slice(0, at)}\n${text.slice(at + 1)}`;
    expect(offsets.filter((at) => at > from && wrong(lost(at)))).toEqual([]);
  });
});
