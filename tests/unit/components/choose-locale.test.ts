import { describe, expect, it } from 'vitest';
import { chooseLocale } from '@/app/i18n/choose-locale';

describe('the language of a first visit', () => {
  it.each([
    ['en-US,en;q=0.9', 'en'],
    ['en', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
    ['fr-FR,fr;q=0.9,en;q=0.5,zh;q=0.1', 'en'],
    ['en;q=0.2,zh;q=0.8', 'zh-CN'],
    ['en;q=0', 'zh-CN'],
    ['fr', 'zh-CN'],
    ['*', 'zh-CN'],
    [', ;;q=x', 'zh-CN'],
    ['', 'zh-CN'],
    [null, 'zh-CN'],
  ])('follows what the browser asks for: %s', (accepted, locale) => {
    expect(chooseLocale(undefined, accepted)).toBe(locale);
  });

  it('is what the person chose, whatever the browser asks for', () => {
    expect(chooseLocale('zh-CN', 'en-US')).toBe('zh-CN');
    expect(chooseLocale('en', 'zh-CN')).toBe('en');
    expect(chooseLocale('xx', 'en')).toBe('en');
  });
});
