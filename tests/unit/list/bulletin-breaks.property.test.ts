import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBulletinList } from '@/domain/list/parse-bulletin';
import { BULLETIN } from './bulletin';
import { breakAt, breaking, entriesOf, joinAt, misread, wrapped } from './bulletin-breaking';

describe('a bulletin broken, joined or wrapped anywhere', () => {
  const truth = entriesOf(parseBulletinList(BULLETIN));

  it('is whole to begin with', () => {
    const result = parseBulletinList(BULLETIN);
    expect(result.ok && [result.list.entries.length, result.list.warnings]).toEqual([14, []]);
  });

  it('at any one place gives the same places, or is held, or is refused', () => {
    const at = Array.from(BULLETIN, (_sign, offset) => offset);
    expect(at.filter((offset) => misread(parseBulletinList(breakAt(BULLETIN, offset)), truth))).toEqual([]);
    expect(at.filter((offset) => misread(parseBulletinList(joinAt(BULLETIN, offset)), truth))).toEqual([]);
  });

  it('to any width gives the same places, or is held, or is refused', () => {
    const widths = Array.from({ length: 120 }, (_none, at) => at + 2);
    expect(widths.filter((width) => misread(parseBulletinList(wrapped(BULLETIN, width)), truth))).toEqual([]);
  });

  it('in any mixture gives the same places, or is held, or is refused', () => {
    fc.assert(
      fc.property(breaking(BULLETIN), (text) => !misread(parseBulletinList(text), truth)),
      { numRuns: 1500 },
    );
  });

  it('between two places is read as if it were whole', () => {
    const text = BULLETIN.replaceAll('、', '、\n').replaceAll('，', '，\r\n　　').replaceAll('；', '；\n\n');
    const result = parseBulletinList(text);
    expect(result.ok && result.list.warnings).toEqual([]);
    expect(entriesOf(result)).toBe(truth);
  });
});
