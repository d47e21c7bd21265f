import { describe, expect, it } from 'vitest';
import { readAsk } from '@/server/lookup/page-ask';

describe('what the look-up page is asked', () => {
  it('is nothing for an empty address, and for one of blanks', () => {
    const nothing = { q: '', cut: false, id: null, code: null, within: null };
    expect(readAsk({})).toEqual(nothing);
    expect(readAsk({ q: ' \u3000 ', id: '', code: '', within: '' })).toEqual(nothing);
  });

  it('is the text as typed, control characters made blanks', () => {
    expect(readAsk({ q: ' 潍坊\u0000市\n寒亭区 ' }).q).toBe('潍坊 市 寒亭区');
    expect(readAsk({ q: '<b>潍坊</b>' }).q).toBe('<b>潍坊</b>');
  });

  it('is cut after 200 characters and says so, never in the middle of one', () => {
    const exact = '𠮷'.repeat(200);
    expect(readAsk({ q: exact })).toMatchObject({ q: exact, cut: false });
    expect(readAsk({ q: `${exact}街` })).toMatchObject({ q: exact, cut: true });
  });

  it('takes the first of what is given twice', () => {
    expect(readAsk({ q: ['潍坊', '北京'], code: ['370700', '110000'] })).toMatchObject({
      q: '潍坊',
      code: '370700',
    });
  });

  it('ignores what can be neither code nor id', () => {
    expect(readAsk({ id: "1' or 1=1", code: '../370700', within: '潍坊' })).toMatchObject({
      id: null,
      code: null,
      within: null,
    });
    expect(readAsk({ code: '370100-gaoxin' }).code).toBe('370100-gaoxin');
    expect(readAsk({ id: '01A20160-C60A-796C-B869-C3DF8510E13D' }).id).toBe(
      '01a20160-c60a-796c-b869-c3df8510e13d',
    );
  });
});
