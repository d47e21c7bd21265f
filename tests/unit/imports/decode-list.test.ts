import { describe, expect, it } from 'vitest';
import { sayPhrase } from '@/domain/list/fault-words';
import { decodeList } from '@/server/ingest/decode-list';

const TEXT = '截至3月5日24时，全国现有1个高风险地区，0个中风险地区';
/** The same sentence as WPS saves it. */
const GB18030 = Buffer.from(
  'vdjWwTPUwjXI1TI0yrGjrMirufrP1tPQMbj2uN+358/VtdjH+KOsMLj21tC358/VtdjH+A==',
  'base64',
);

function refusal(bytes: Uint8Array) {
  const decoded = decodeList(bytes);
  if (!('error' in decoded)) return null;
  const { code, pointer, found } = decoded.error;
  return [code, pointer, sayPhrase(found, 'zh')];
}

describe('the bytes of a list', () => {
  it('are read as UTF-8, GB18030 or UTF-16', () => {
    expect(decodeList(Buffer.from(TEXT))).toEqual({ text: TEXT, encoding: 'UTF-8' });
    expect(decodeList(GB18030)).toEqual({ text: TEXT, encoding: 'GB18030' });
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')]);
    expect(decodeList(wide)).toEqual({ text: TEXT, encoding: 'UTF-16' });
  });

  it('with one byte lost refuse the file and name the place: it is never U+FFFD', () => {
    const whole = Buffer.from(`发布日期：2022-03-06\n${TEXT}\n土左旗白庙子镇东坝什村`);
    const at = whole.indexOf('东坝');
    const damaged = Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)]);
    expect(refusal(damaged)).toEqual(['NOT_UTF8', '3:8', '无法读出的字节 B89CE59D']);
  });

  it('damaged at any one byte are never read as something else', () => {
    const whole = Buffer.from(
      `{"data":{"end_update_time":"2022-07-01 9时","highlist":["小汤山镇大汤山村"]}}`,
    );
    const read = Array.from(whole, (byte, at) => {
      if (byte < 0x80) return null;
      const damaged = Buffer.from(whole);
      damaged[at] = 0xff;
      return refusal(damaged) === null ? at : null;
    });
    expect(read.filter((at) => at !== null)).toEqual([]);
  });

  it('that are Windows text but no list are refused', () => {
    expect(refusal(Buffer.from([0xb8, 0xdf, 0xb7, 0xe7]))).toEqual([
      'NOT_UTF8',
      '1:1',
      '无法读出的字节 B8DFB7E7',
    ]);
  });
});
