import { describe, expect, it } from 'vitest';
import en from '@/app/messages/en/area.json';
import zh from '@/app/messages/zh-CN/area.json';

/** Every text by its dotted key, with the names of what is put into it. */
function texts(tree: object, prefix = ''): [key: string, names: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, namesIn(value)]] : texts(value, `${prefix}${key}.`),
  );
}

const namesIn = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((found) => found[1]))].sort().join(' ');

describe('the texts of an area', () => {
  it('are the same in both languages, with the same figures in each', () => {
    expect(texts(en)).toEqual(texts(zh));
  });

  it('keep to full-width punctuation in Chinese', () => {
    const bare = JSON.stringify(zh).replaceAll(/\{[^{}]*\}/g, '');
    expect(bare.match(/\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/gu)).toBeNull();
  });
});
