import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterFault, readablePart, readText, searchText, spelledOut } from '@/domain/text/plain-text';

const NAME = { min: 1, max: 20, missing: 'name the place' } as const;
const REASON = { min: 2, max: 1000, missing: 'give the reason', lines: true } as const;

const reasonOf = (text: string, form: Parameters<typeof readText>[1] = NAME) => {
  const read = readText(text, form);
  return read.ok ? null : read.reason;
};

describe('a text that others will read', () => {
  it.each([
    ['浪琴湾7号楼', '浪琴湾7号楼'],
    ['  阳光小区 2号楼 ', '阳光小区 2号楼'],
    // Copied from a web page: a byte order mark and a zero-width blank.
    ['\ufeff东关街\u200b道', '东关街道'],
    // A decomposed é is stored composed, so that it is found again.
    ['Cafe\u0301', 'Café'],
    // Uyghur is written with joiners.
    ['ئۈرۈم\u200cچى', 'ئۈرۈم\u200cچى'],
    ['𠮷野家', '𠮷野家'],
    ['88', '88'],
  ])('takes %j as %j', (written, kept) => {
    expect(readText(written, NAME)).toEqual({ ok: true, text: kept });
  });

  it.each([
    ['', 'name the place'],
    ['   ', 'name the place'],
    ['\u200b', 'name the place'],
    ['\u202e', 'holds a character that cannot be seen (U+202E)'],
    ['朝阳\u202e区', 'holds a character that cannot be seen (U+202E)'],
    ['朝阳\u2066区', 'holds a character that cannot be seen (U+2066)'],
    ['a\0b', 'holds a character that cannot be seen (U+0000)'],
    ['a\u001b[31mb', 'holds a character that cannot be seen (U+001B)'],
    ['a\u009b31mb', 'holds a character that cannot be seen (U+009B)'],
    ['一行\n两行', 'holds a character that cannot be seen (U+000A)'],
    ['\u3164', 'holds a character that cannot be seen (U+3164)'],
    ['a\u{e0041}', 'holds a character that cannot be seen (U+E0041)'],
    ['\ud800', 'holds what is no readable character (U+D800)'],
    ['半\udc00字', 'holds what is no readable character (U+DC00)'],
    ['白庙子镇\ufffd坝什村', 'holds what is no readable character (U+FFFD)'],
    ['a\uffff', 'holds what is no readable character (U+FFFF)'],
    ['。。。', 'holds no letter and no digit'],
    ['\u2800', 'holds no letter and no digit'],
    ['一'.repeat(21), 'at most 20 characters'],
  ])('refuses %j: %s', (written, why) => {
    expect(reasonOf(written)).toBe(why);
  });

  it('counts characters, not halves of them, and lets a reason have lines', () => {
    expect(reasonOf('𠮷'.repeat(20))).toBeNull();
    expect(readText('第一行\r\n第二行\t完', REASON)).toEqual({ ok: true, text: '第一行\n第二行\t完' });
    expect(reasonOf('一', REASON)).toBe('give the reason');
    expect(reasonOf('\u200b\u200b\u200b', REASON)).toBe('give the reason');
    expect(reasonOf('', { min: 0, max: 5 })).toBeNull();
  });

  it('never lets through what a database or a terminal cannot take, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.boolean(), (written, lines) => {
        const read = readText(written, { min: 1, max: 30, lines });
        if (!read.ok) {
          expect(spelledOut(read.reason)).toBe(read.reason);
          return;
        }
        expect(Buffer.from(read.text).toString()).toBe(read.text);
        expect(read.text).not.toMatch(lines ? /(?![\n\t])\p{Cc}/u : /\p{Cc}/u);
        expect(readText(read.text, { min: 1, max: 30, lines })).toEqual(read);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a text that is searched for', () => {
  it('leaves out what cannot be seen and cuts whole characters', () => {
    expect(searchText(' 朝阳\u202e\u0000区\ud800 ', 10)).toEqual({ text: '朝阳  区', cut: false });
    expect(searchText('𠮷𠮷𠮷', 2)).toEqual({ text: '𠮷𠮷', cut: true });
    expect(searchText('\u200b', 10)).toEqual({ text: '', cut: false });
  });

  it('says what a query may not hold', () => {
    expect(characterFault('河北省\t石家庄市 ')).toBeNull();
    expect(characterFault('a\0')).toBe('holds a character that cannot be read or seen (U+0000)');
    expect(characterFault('a\u202eb')).toBe('holds a character that cannot be read or seen (U+202E)');
    expect(characterFault('\ufffd')).toBe('holds a character that cannot be read or seen (U+FFFD)');
  });
});

it('spells out what would act on a terminal', () => {
  expect(spelledOut('a\u001b]0;x\u0007b\u009b\u202e\u{e0041}\ud800\n\t好')).toBe(
    'a\\x1b]0;x\\x07b\\x9b\\u202e\\u{e0041}\\ud800\n\t好',
  );
});

it('names a file by what can be read of its name', () => {
  expect(readablePart('list\0\u202ejson.exe')).toBe('list  json.exe');
});
