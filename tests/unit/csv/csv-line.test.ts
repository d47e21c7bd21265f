import { describe, expect, it } from 'vitest';
import { csvLine } from '@/server/csv/csv-line';

describe('a line of a CSV file for people', () => {
  it('quotes what holds a comma, a quotation mark or a line break, and ends with CRLF', () => {
    expect(csvLine(['惠中园1号楼', '1,2号楼', '"一号"院', '上\n下'])).toBe(
      '惠中园1号楼,"1,2号楼","""一号""院","上\n下"\r\n',
    );
  });

  it.each(['=1+1', '+8613800000000', '-3号楼', '@SUM(A1)', '＝1+1', '＠x'])(
    'keeps a spreadsheet from reading %s as a formula',
    (text) => {
      expect(csvLine([text])).toBe(`'${text}\r\n`);
    },
  );

  it.each([
    [' =1+1', `' =1+1`],
    ['\t=1+1', `'\t=1+1`],
    ['\r=1+1', `"'\r=1+1"`],
  ])('nor one behind a blank that it skips (%j)', (text, written) => {
    expect(csvLine([text])).toBe(`${written}\r\n`);
  });

  it('writes numbers as numbers, a negative one too, and nothing for what is not known', () => {
    expect(csvLine([412, -3, null, ''])).toBe('412,-3,,\r\n');
  });
});
