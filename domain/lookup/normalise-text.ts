const PLAIN = /^[\u4e00-\u9fff]*$/;

/**
 * Bring a name or a query to the one form that matching compares: NFKC (full-width digits and brackets become plain,
 * U+3000 a blank), no blanks, one dash, lower case. Never shown to people.
 */
export function normaliseText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/[‐‑‒–—―~]+/g, '-')
    .replace(/[【[〔{]/g, '(')
    .replace(/[】\]〕}]/g, ')')
    .toLowerCase();
}
