import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, readingTest as test } from './fixtures';
import { startServer } from './server-process';

const PHONE = { width: 390, height: 844 };

const open = (page: Page, query: Record<string, string>) =>
  page.goto(`/lookup?${new URLSearchParams(query)}`);
const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const card = (page: Page) => page.locator('section[aria-labelledby=answer]');

test.describe('on a phone, without JavaScript', () => {
  test.use({ viewport: PHONE, javaScriptEnabled: false });

  test('a building is answered by form, in one screen', async ({ page }) => {
    await page.goto('/lookup');
    await page.getByRole('searchbox').fill('寒亭街道欣海花园7号楼');
    await page.getByRole('button', { name: '查询' }).click();
    await expect(page).toHaveURL(/\/lookup\?q=/);
    await expect(headline(page)).toHaveText('部分在高风险区内');
    await expect(card(page)).toContainText('在内的部分：高寒亭街道欣海花园7号楼2单元');
    await expect(card(page)).toContainText('自11月29日21时起');
    await expect(page.getByText('演练', { exact: true })).toBeVisible();
    await expect(page.getByText(/^数据截至 12-01 \d\d:\d\d 北京时间$/)).toBeVisible();
    // Script alone can copy, so the button is away; the sentence is there to select.
    await expect(page.getByRole('button', { name: '复制答复' })).toBeHidden();
    await expect(page.locator('#sentence')).toContainText('只有下列部分在内');
    const box = await page.locator('#sentence').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(PHONE.height);
    const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(overflow).toBe(0);
  });

  test('the prefecture is rolled up, and its counties lead down to a building', async ({ page }) => {
    await open(page, { q: '潍坊市' });
    await expect(headline(page)).toHaveText('有高风险区 428 个');
    await expect(page.locator('#sentence')).toContainText(
      '潍坊市：高风险区428个，分布在临朐县156个、奎文区135个、潍城区52个、寒亭区35个',
    );
    for (const [name, figure] of [
      ['寒亭区', '有高风险区 35 个'],
      ['寒亭街道', '有高风险区 7 个'],
      ['寒亭街道欣海花园7号楼2单元', '高风险区'],
    ] as const) {
      await page.getByRole('main').getByRole('link', { name, exact: true }).click();
      await expect(headline(page)).toHaveText(figure);
    }
    await expect(page).toHaveURL(/\/lookup\?id=[0-9a-f-]{36}$/);
  });
});

test.describe('the look-up', () => {
  for (const [name, query] of [
    ['a district nobody speaks for', '北京市朝阳区'],
    ['an address there', '北京市朝阳区建外街道某某花园3号楼'],
    ['a province nobody speaks for', '浙江省'],
  ] as const) {
    test(`${name} is unknown and nowhere low`, async ({ page }) => {
      await open(page, { q: query });
      await expect(headline(page)).toHaveText('未知，不等于低风险');
      await expect(card(page)).toHaveAttribute('data-level', 'UNKNOWN');
      const said = ((await page.getByRole('main').textContent()) ?? '').replaceAll('不等于低风险', '');
      expect(said).not.toContain('低风险');
      await expect(page.locator('main [data-level=LOW]')).toHaveCount(0);
    });
  }

  test('a name that repeats asks first which place is meant, with full paths', async ({ page }) => {
    await open(page, { q: '新城区' });
    const rivals = page.getByRole('region', { name: /处相符，请先核对是哪一处/ });
    await expect(rivals).toContainText('内蒙古自治区 呼和浩特市 新城区');
    await rivals.getByRole('link', { name: '陕西省 西安市 新城区' }).click();
    await expect(page).toHaveURL(/\/lookup\?code=610102$/);
    await expect(card(page)).toContainText('陕西省 西安市 新城区');
  });

  test('a search can stay inside one division', async ({ page }) => {
    await open(page, { q: '新城区', within: '610000' });
    await expect(card(page)).toContainText('陕西省 西安市 新城区');
    await expect(page.getByRole('checkbox', { name: '只查陕西省' })).toBeChecked();
    await page.getByRole('link', { name: '改查全国' }).click();
    await expect(page.getByRole('heading', { name: /处相符/ })).toBeVisible();
  });

  test('another building of a listed compound is low, beside what is listed', async ({ page }) => {
    await open(page, { q: '寒亭街道欣海花园9号楼' });
    await expect(headline(page)).toHaveText('低风险区');
    await expect(card(page)).toContainText('高寒亭街道欣海花园7号楼2单元');
    await expect(card(page)).toContainText('寒亭区现有高风险区 35 个，此处属其余区域。');
  });

  test('a building of a functional zone is found under the zone, which may hold areas itself', async ({
    page,
  }) => {
    await open(page, { q: '潍坊市高新区新城街道浪琴湾1号楼' });
    await expect(headline(page)).toHaveText('高风险区');
    await open(page, { q: '潍坊高新区' });
    await expect(headline(page)).toHaveText('可能有高风险区');
    await expect(card(page)).toContainText('与奎文区范围重叠，奎文区现有高风险区 135 个');
  });

  test('what is not found says how it was understood and offers the tree', async ({ page }) => {
    await open(page, { q: '不存在的地方名' });
    await expect(headline(page)).toHaveText('没有找到');
    await expect(card(page)).toContainText('按地名“不存在的地方名”查找');
    await page.getByRole('link', { name: '山东省' }).click();
    await expect(headline(page)).toHaveText('有高风险区 428 个');
    await expect(card(page)).toContainText('其余区域未知，不等于低风险');
  });

  test('odd input is answered', async ({ page }) => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    for (const q of [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(2)>',
      '%00\u0000￿',
      '😀'.repeat(50),
    ]) {
      await open(page, { q });
      await expect(headline(page)).toHaveText('没有找到');
    }
    expect(dialogs).toEqual([]);
    await open(page, { q: `潍坊市${'长'.repeat(300)}` });
    await expect(page.getByText('输入过长，只按前 200 个字查询。')).toBeVisible();
    await open(page, { id: '00000000-0000-7000-8000-000000000000' });
    await expect(card(page)).toContainText('没有这个编号');
  });

  test('the answer is copied, and / brings the keyboard to the box', async ({ page, context, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: baseURL });
    await open(page, { q: '寒亭街道欣海花园7号楼2单元' });
    await page.getByRole('button', { name: '复制答复' }).click();
    await expect(page.getByRole('button', { name: '已复制' })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('山东省潍坊市寒亭区寒亭街道欣海花园7号楼2单元：高风险，自2022年11月29日21时起');
    expect(copied).toBe(await page.locator('#sentence').textContent());
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
  });

  test('English is one link away and comes back', async ({ page }) => {
    await open(page, { q: '寒亭区' });
    await page.getByRole('link', { name: 'English' }).click();
    await expect(headline(page)).toHaveText('Holds 35 high-risk areas');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('#sentence')).toContainText('35 high-risk areas');
    await page.getByRole('link', { name: '中文' }).click();
    await expect(headline(page)).toHaveText('有高风险区 35 个');
  });

  test('every kind of answer is accessible, on desk and phone', async ({ page }) => {
    const queries = [
      '',
      '寒亭街道欣海花园7号楼',
      '寒亭街道欣海花园9号楼',
      '潍坊市',
      '新城区',
      '北京市朝阳区',
      '无此地',
    ];
    for (const viewport of [PHONE, { width: 1440, height: 900 }]) {
      await page.setViewportSize(viewport);
      for (const q of queries) {
        await open(page, { q });
        await expectAccessible(page);
      }
    }
  });

  test('a print holds the answer and leaves out what only a screen can do', async ({ page }) => {
    await open(page, { q: '寒亭街道欣海花园7号楼' });
    await page.emulateMedia({ media: 'print' });
    await expect(headline(page)).toBeVisible();
    await expect(page.locator('#sentence')).toBeVisible();
    await expect(page.getByText(/^数据截至 12-01/)).toBeVisible();
    for (const gone of [page.getByRole('searchbox'), page.getByRole('button', { name: '复制答复' })]) {
      await expect(gone).toBeHidden();
    }
  });
});

test('where it is not public, staff alone may ask, and are answered while the database is down', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const server = await startServer(['--demo'], { PUBLIC_LOOKUP: 'off' });
  const context = await browser.newContext({ baseURL: server.url });
  try {
    const page = await context.newPage();
    await open(page, { q: '370703' });
    await expect(page).toHaveURL(/\/sign-in\?\w+=%2Flookup%3Fq%3D370703$/);
    await page.locator('input[name=name]').fill('staff');
    await page.locator('input[name=password]').fill('fengqu-drill-2022');
    await page.locator('button[type=submit]').click();
    await expect(page).toHaveURL(`${server.url}/lookup?q=370703`);
    await expect(headline(page)).toHaveText('有高风险区 35 个');

    const [pid] = readFileSync(path.join(server.dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGINT');
    await expect.poll(() => isRunning(Number(pid))).toBe(false);
    await open(page, { q: '寒亭街道欣海花园7号楼2单元' });
    await expect(headline(page)).toHaveText('高风险区');
    await expect(page.getByRole('link', { name: '指挥台' })).toBeVisible();
  } finally {
    await context.close();
    await server.stop();
  }
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
