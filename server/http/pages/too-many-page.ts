import { noticePage } from './notice-page';

/**
 * The look-up's page for an address that has asked too often.
 * @param seconds until the next look-up is taken
 */
export function tooManyPage(seconds: string, nonce: string): string {
  return noticePage(
    {
      title: '查询过于频繁',
      text: `您所在的网络地址在一分钟内查询次数过多。请 ${seconds} 秒后再查。没有得到答复不等于低风险。`,
    },
    {
      title: 'Too many look-ups',
      text: `Your network address has asked too often within a minute. Please ask again in ${seconds} seconds. No answer does not mean low risk.`,
    },
    nonce,
  );
}
