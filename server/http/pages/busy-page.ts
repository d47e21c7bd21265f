import { noticePage } from './notice-page';

/** What is shown instead of a page whose turn did not come. */
export function busyPage(nonce: string): string {
  return noticePage(
    {
      title: '系统繁忙',
      text: '同时打开页面的人过多，本页未能及时生成，没有任何内容被更改。请稍候几秒再刷新。没有得到答复不等于低风险。',
    },
    {
      title: 'Busy',
      text: 'Too many pages are being opened at once, and this one could not be made in time. Nothing was changed. Please load it again in a few seconds. No answer does not mean low risk.',
    },
    nonce,
  );
}
