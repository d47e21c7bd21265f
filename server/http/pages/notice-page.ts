/** A heading and a text, as HTML. */
interface Notice {
  readonly title: string;
  readonly text: string;
}

/**
 * A page in both languages that asks nothing of the rest of the house: it is answered when there is too much to do.
 * @param nonce of the policy on styles
 */
export function noticePage(zh: Notice, en: Notice, nonce: string): string {
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
