import type { Page } from '@playwright/test';
import { expect, readingTest as test } from './fixtures';
import { signIn } from './sign-in';

const LANGUAGES = ['zh-CN', 'en'];
const LIST = {
  code: 0,
  msg: '',
  data: {
    end_update_time: '2022-12-01 15时',
    hcount: 1,
    mcount: 0,
    highlist: [
      {
        ...{ type: '2', province: '北京市', city: '北京市', county: '朝阳区' },
        ...{ area_name: '北京市 北京市 朝阳区', communitys: ['演示小区1号楼'] },
      },
    ],
    middlelist: [],
  },
};

/** Everything the browser complains of on this page from now on. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (said) => {
    if (said.type() === 'error' || said.type() === 'warning') heard.push(`${page.url()}: ${said.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`${page.url()}: ${String(error)}`));
  return heard;
}

/** Until nothing is asked for any more and the page's own script has begun. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}

async function anArea(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/areas?level=HIGH&limit=1&division=370700');
  return (await answer.json()).areas[0].id;
}

for (const language of LANGUAGES) {
  test(`every page in ${language} works under its policy, without a word on the console`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const heard = complaints(page);
    await page.goto(`/locale?to=${language}&back=/sign-in`);
    await settled(page);
    await signIn(page, 'admin');
    await page.goto('/');
    await expect(page.locator('canvas').first()).toBeVisible();
    await settled(page);

    const id = await anArea(page);
    const addresses = [
      '/areas?due=any&sort=release',
      `/areas/${id}`,
      '/areas/new',
      '/imports',
      '/admin',
      '/lookup',
      '/lookup?q=weifang',
      `/lookup?id=${id}`,
      '/nowhere',
    ];
    for (const address of addresses) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(address === '/nowhere' ? 404 : 200);
      await settled(page);
    }
    // The one that is said to be missing is what the browser reports, and nothing else.
    expect(heard.filter((one) => !/\/nowhere: Failed to load resource.*404/.test(one))).toEqual([]);
  });
}

test('dialogs, boxes that suggest, moves between pages and a file work under the policy', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const heard = complaints(page);
  // Nation-wide: may designate, and take in a list of the nation.
  await signIn(page, 'admin');
  await page.goto(`/areas/${await anArea(page)}`);
  await page.getByRole('link', { name: '登记筛查' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.goto('/areas/new');
  await page.getByLabel('所属区划').fill('hantingqu');
  await expect(page.getByRole('option', { name: /寒亭区/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '指挥台' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await expect(page.locator('canvas').first()).toBeVisible();

  await page.goto('/imports');
  const file = { name: '名单.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(LIST)) };
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('button', { name: /^采用/ })).toBeVisible({ timeout: 60_000 });
  await settled(page);
  expect(heard).toEqual([]);
});

test('a script that was written into a page does not run', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL });
  await page.goto('/lookup');
  const policy = (await page.reload())?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+';/);
  const heard: string[] = [];
  await page.route('**/lookup?planted', async (route) => {
    const answer = await route.fetch();
    const planted =
      '<script>document.title="planted"</script><img src=x onerror="document.title=\'planted\'">';
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace('</body>', `${planted}</body>`),
    });
  });
  page.on('console', (said) => heard.push(said.text()));
  await page.evaluate(() => window.location.assign('/lookup?planted'));
  await expect.poll(() => heard.filter((said) => /content security policy/i.test(said)).length).toBe(2);
  await expect(page).not.toHaveTitle('planted');
  await page.close();
});
