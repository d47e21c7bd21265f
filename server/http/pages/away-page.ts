import { noticePage } from './notice-page';

/** What is shown instead of a page while what renders pages is started again. */
export function awayPage(nonce: string): string {
  return noticePage(
    {
      title: '页面正在重新启动',
      text: '生成页面的部分刚刚中断，正在重新启动。请稍候几秒再刷新。如果您刚提交过内容，请先刷新查看是否已生效，再决定是否重新提交。没有得到答复不等于低风险。',
    },
    {
      title: 'Pages are being started again',
      text: 'What makes the pages has just ended and is being started again. Please load this page again in a few seconds. If you have just sent something, look first whether it took effect before you send it again. No answer does not mean low risk.',
    },
    nonce,
  );
}
