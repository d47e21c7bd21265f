import { expect, readingTest as test } from './fixtures';

test.describe('a browser set to English', () => {
  test.use({ locale: 'en-GB' });

  test('is answered in English from the first page on, and in Chinese once that is chosen', async ({
    page,
  }) => {
    for (const address of ['/sign-in', '/lookup']) {
      const answer = await page.goto(address);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      const vary = (await answer?.headerValue('vary'))?.toLowerCase() ?? '';
      expect(vary.split(/, */)).toEqual(expect.arrayContaining(['accept-language', 'cookie']));
    }
    await page.getByRole('link', { name: '中文' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await page.goto('/sign-in');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  });
});

test.describe('a browser set to a language that the screens do not have', () => {
  test.use({ locale: 'fr-FR' });

  test('is answered in Chinese', async ({ page }) => {
    await page.goto('/sign-in');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  });
});
