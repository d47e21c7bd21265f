import type { Page } from '@playwright/test';

/** Sign in with one of the drill's accounts. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=password]').fill('fengqu-drill-2022');
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}
