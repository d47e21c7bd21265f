import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, readingTest as test } from './fixtures';
import { signIn } from './sign-in';

/** How many areas the list says there are. */
async function total(page: Page): Promise<number> {
  const text = await page.getByText(/^共 [\d,]+ 处$/).textContent();
  return Number(text?.replace(/\D/g, ''));
}

const places = (page: Page) => page.locator('tbody [data-row] th a');

test.beforeEach(({ page }) => signIn(page, 'officer'));

test('the address is the state: a filter goes into it, Back takes it out, a link brings the same list', async ({
  page,
}) => {
  await page.goto('/areas');
  const all = await total(page);
  // Before the page's script has started a choice waits for the button; a person would choose again.
  await expect(async () => {
    await page.getByLabel('待办').selectOption('');
    await page.getByLabel('待办').selectOption('满期缺筛查');
    await expect(page).toHaveURL('/areas?due=lacking', { timeout: 3_000 });
  }).toPass();
  await expect(page.getByText('共 8 处')).toBeVisible();
  await expect(page.locator('tbody [data-row]')).toHaveCount(8);
  await page.getByRole('link', { name: '起始' }).click();
  await expect(page).toHaveURL('/areas?due=lacking&sort=since');
  await expect(page.getByRole('columnheader', { name: '起始' })).toHaveAttribute('aria-sort', 'ascending');
  const names = await places(page).allTextContents();

  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL('/areas');
  await expect(page.getByLabel('待办')).toHaveValue('');
  expect(await total(page)).toBe(all);

  await page.goto('/areas?due=lacking&sort=since');
  expect(await places(page).allTextContents()).toEqual(names);
  await expectAccessible(page);
});

test('a division is found by its initials and chosen without a mouse', async ({ page }) => {
  await page.goto('/areas');
  await page.getByLabel('区划', { exact: true }).fill('lqx');
  await expect(page.getByRole('option', { name: /临朐县/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/areas?division=370724');
  await expect(page.getByText(/^共 15\d 处$/)).toBeVisible();
  await expect(page.locator('[data-cell=path]').first()).toContainText('临朐县');
});

test('arrow keys go from row to row, and Enter opens one', async ({ page }) => {
  await page.goto('/areas');
  const [first, second] = [places(page).nth(0), places(page).nth(1)];
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await expect(second).toBeFocused();
  await page.keyboard.press('End');
  await expect(places(page).last()).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  const name = await second.textContent();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/areas\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name ?? '');
});

test('pages are links; one that does not exist says so', async ({ page }) => {
  await page.goto('/areas');
  const onFirst = await places(page).allTextContents();
  await page.getByRole('link', { name: '下一页' }).first().click();
  await expect(page).toHaveURL('/areas?page=2');
  await expect(page.getByText('本页第 101–200 处')).toBeVisible();
  expect((await places(page).allTextContents()).some((name) => onFirst.includes(name))).toBe(false);
  await page.goto('/areas?page=99');
  await expect(page.getByText('没有第 99 页')).toBeVisible();
});

test('what filters nothing or finds nothing is said', async ({ page }) => {
  await page.goto('/areas?level=LOWEST');
  await expect(page.getByText('未按它筛选：level=LOWEST')).toBeVisible();
  await page.goto('/areas?q=没有这个地方');
  await expect(page.getByText('没有符合条件的风险区')).toBeVisible();
  await expect(page.getByText('不表示辖区内没有风险区')).toBeVisible();
});

test('the file holds every area of the filter, its cut-off and its source', async ({ page }) => {
  await page.goto('/areas?division=370724');
  const shown = await total(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^风险区清单-20221201-\d{4}\.csv$/);
  const text = readFileSync(await download.path(), 'utf8');
  const [title, cutOff, source, filter, head, ...lines] = text.trimEnd().split('\r\n');
  expect(title).toBe(`\uFEFF风险区清单，共 ${shown} 处（含演练数据）`);
  expect(cutOff).toMatch(/^截至 2022-12-01 21:\d\d 北京时间$/);
  expect(source).toMatch(/^来源：.*指挥部，由风区系统导出$/);
  expect(filter).toBe('筛选条件：山东省潍坊市临朐县');
  expect(head).toMatch(/^等级,地点,省,市,县（市、区）,/);
  expect(lines).toHaveLength(shown);
  expect(lines[0]).toMatch(/^高风险区,[^,]+,山东省,潍坊市,临朐县,/);
});

test('who is not signed in gets no file', async ({ page }) => {
  await page.context().clearCookies();
  const answer = await page.request.get('/areas/csv');
  expect(answer.status()).toBe(401);
  expect(await answer.text()).not.toContain('风险区清单');
});

test('on a phone each area is a card and nothing is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/areas');
  await expect(places(page).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
});
