/**
 * The look-up's page for an address that has asked too often, in both languages and without asking anything of the rest
 * of the house: it is answered when there is too much to do.
 * @param seconds until the next look-up is taken
 */
export function tooManyPage(seconds: string, nonce: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>查询过于频繁 · Too many look-ups</title>
<style nonce="${nonce}">body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:34rem;margin:15vh auto 0;padding:0 1rem;color:#16283c}h1{font-size:1.375rem}[lang=en]{margin-top:2.5rem}</style>
</head>
<body>
<main>
<h1>查询过于频繁</h1>
<p>您所在的网络地址在一分钟内查询次数过多。请 ${seconds} 秒后再查。没有得到答复不等于低风险。</p>
<div lang="en">
<h1>Too many look-ups</h1>
<p>Your network address has asked too often within a minute. Please ask again in ${seconds} seconds. No answer does not mean low risk.</p>
</div>
</main>
</body>
</html>
`;
}
