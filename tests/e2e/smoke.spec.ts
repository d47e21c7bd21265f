import { expect, expectAccessible, readingTest as test } from './fixtures';

const PASSWORD = 'fengqu-drill-2022';

test('a person who is not signed in is shown the sign-in page', async ({ page }) => {
  await page.goto('/areas');
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(/风区/);
  await expectAccessible(page);
});

test('an officer of the drill signs in and stands on the dashboard', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: '账号' }).fill('officer');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL((url) => url.pathname === '/');
  await expect(page.getByText('演练', { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
});

test('a wrong password lets nobody in and says so', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: '账号' }).fill('officer');
  await page.getByLabel('密码', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '密码' })).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in/);
});
