import type { Cookie, Page } from '@playwright/test';

const PASSWORD = 'fengqu-drill-2022';
/** The cookies of whoever has signed in, by server and account. */
const signedIn = new Map<string, Cookie[]>();

/**
 * Be signed in with an account that has the drill's password. The first time on a server it is typed into the form; later
 * pages take the session along, as a browser does that was closed in between.
 */
export async function signIn(page: Page, name: string): Promise<void> {
  const { origin } = new URL((await page.request.get('/healthz')).url());
  const known = signedIn.get(`${origin} ${name}`);
  if (known) return page.context().addCookies(known);
  await page.goto('/sign-in');
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  const cookies = await page.context().cookies();
  signedIn.set(
    `${origin} ${name}`,
    cookies.filter((cookie) => cookie.name.includes('session')),
  );
}
