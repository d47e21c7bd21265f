/** A heading and a text, as HTML. */
interface Notice {
  readonly title: string;
  readonly text: string;
}

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

/**
 * A page in both languages that asks nothing of the rest of the house: it is answered when there is too much to do.
 * @param nonce of the policy on styles
 */
function noticePage(zh: Notice, en: Notice, nonce: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${zh.title} · ${en.title}</title>
<style nonce="${nonce}">body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:34rem;margin:15vh auto 0;padding:0 1rem;color:#16283c}h1{font-size:1.375rem}[lang=en]{margin-top:2.5rem}</style>
</head>
<body>
<main>
<h1>${zh.title}</h1>
<p>${zh.text}</p>
<div lang="en">
<h1>${en.title}</h1>
<p>${en.text}</p>
</div>
</main>
</body>
</html>
`;
}
