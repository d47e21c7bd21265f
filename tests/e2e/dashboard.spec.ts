import type { Locator } from '@playwright/test';
import { expect, expectAccessible, readingTest as test } from './fixtures';
import { signIn } from './sign-in';

/** The number a figure shows. */
const numberOf = (figure: Locator) => figure.locator('[data-late]').textContent();

test.beforeEach(({ page }) => signIn(page, 'officer'));

test('every figure opens the list that holds as many', async ({ page }) => {
  await page.goto('/');
  const figures = page.getByRole('region', { name: '主要数字' }).getByRole('link');
  for (const [index, address] of [
    '/areas?level=HIGH&division=370700',
    '/areas?division=370700&due=today',
    '/areas?division=370700&due=lacking',
    '/areas?division=370700&due=late',
  ].entries()) {
    await page.goto('/');
    const number = await numberOf(figures.nth(index));
    await figures.nth(index).click();
    await expect(page).toHaveURL(address);
    await expect(page.getByText(`共 ${number} 处`)).toBeVisible();
  }
});

test('the table adds up to the figure, sorts by its headings, and opens a county', async ({ page }) => {
  await page.goto('/');
  const table = page.getByRole('region', { name: '按县市区' });
  const high = await numberOf(page.getByRole('link', { name: /^高风险区/ }));
  await expect(table.locator('tfoot td').first()).toHaveText(high ?? '');
  await expect(table.locator('tbody th').first()).toHaveText('临朐县');
  await table.getByRole('button', { name: '缺筛查' }).click();
  await expect(table.getByRole('columnheader', { name: '缺筛查' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(table.locator('tbody th').first()).toHaveText('奎文区');
  await table.getByRole('link', { name: '奎文区' }).click();
  await expect(page).toHaveURL('/areas?division=370705');
});

test('the map has loaded, counts what the figure counts, and everything is accessible', async ({ page }) => {
  await page.goto('/');
  const map = page.getByRole('region', { name: '潍坊市风险区分布' });
  await expect(map.getByRole('application')).toBeVisible();
  const high = await numberOf(page.getByRole('link', { name: /^高风险区/ }));
  await expect(map.getByText(`${high} 处`)).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
});

test('a map that could not be loaded says so, beside figures that stand', async ({ page }) => {
  await page.route('**/geo/**', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByText('地图未能加载')).toBeVisible();
  await expect(page.getByText('看不到地图不表示没有风险区')).toBeVisible();
  await expect(page.getByRole('link', { name: /^高风险区/ })).toContainText(/\d{3}/);
});
