import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import pg from 'pg';
import { expect, expectAccessible, test } from './fixtures';
import type { ServerProcess } from './server-process';
import { signIn } from './sign-in';

const UNFINISHED = '高新区新城街道浪琴湾7号楼';
const COUNTING = '寒亭街道元和新城小区';

// An officer's laptop may stand in any zone; every time is Beijing time all the same.
test.use({ timezoneId: 'America/New_York' });

async function idOf(page: Page, name: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/areas?q=${encodeURIComponent(name)}`);
  const { areas } = await answer.json();
  return areas[0].id;
}

/** An officer of 呼和浩特市, with the drill's password. */
async function addOutsider(server: ServerProcess): Promise<void> {
  const note = JSON.parse(readFileSync(path.join(server.dataDir, 'postgres.json'), 'utf8'));
  const url = `postgresql://fengqu:${note.password}@127.0.0.1:${note.port}/fengqu`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `insert into user_account (id, name, display_name, password_hash, role, division_code, created_at)
     select gen_random_uuid(), 'hohhot', '外地值班员', password_hash, role, '150100', created_at
     from user_account where name = 'officer'`,
  );
  await client.end();
}

test('a recorded infection restarts the count, and its draft outlives a reload', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto(`/areas/${await idOf(page, COUNTING)}`);
  await expect(page.getByText('已连续1天无新增感染者')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: '登记感染' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '登记感染' }).click();
  await expect(dialog.getByText('请写明理由')).toBeVisible();
  await expect(dialog.getByLabel('理由')).toBeFocused();
  await expectAccessible(page);
  await dialog.getByLabel('理由').fill('上门采样发现2例');
  await dialog.getByLabel('人数').fill('2');
  await expect(dialog.getByText('12月1日发现新增感染者2例，重新计算')).toBeVisible();
  await page.reload();
  await expect(dialog.getByLabel('理由')).toHaveValue('上门采样发现2例');
  await dialog.getByRole('button', { name: '登记感染' }).dblclick();

  await expect(page.getByRole('status')).toContainText('已登记感染 2 例（12月1日发现）');
  const header = page.locator('header', { has: page.getByRole('heading', { level: 1 }) });
  await expect(header).toContainText('12月1日发现新增感染者2例，重新计算，尚未满1天');
  await expect(header).toContainText('最早2022年12月6日24时');
  await expect(page.getByRole('listitem').filter({ hasText: '登记感染 2 例，12月1日发现' })).toHaveCount(1);
});

test('an infection that does not count leaves the count, and a withdrawn record stays visible', async ({
  page,
}) => {
  await signIn(page, 'officer');
  await page.goto(`/areas/${await idOf(page, '东城街道集贤村')}?do=infection`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('居家隔离期间发现').check();
  await dialog.getByLabel('理由').fill('同户密接，门磁未开启');
  await dialog.getByRole('button', { name: '登记感染' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '进行中' })).toContainText(
    '1 例不计入：居家隔离期间发现',
  );
  await expect(page.getByText('已连续1天无新增感染者')).toBeVisible();

  const event = page.getByRole('listitem').filter({ hasText: '12月1日发现' });
  await event.getByRole('link', { name: '撤回' }).click();
  await dialog.getByLabel('理由').fill('与邻区重复登记');
  await dialog.getByRole('button', { name: '撤回记录' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '撤回感染记录' })).toContainText(
    '与邻区重复登记',
  );
  await expect(page.getByRole('listitem').filter({ hasText: '进行中' })).toContainText('新增 0 例');
});

test('the rest of the round makes the rule lower the area, and the page shows it by itself', async ({
  page,
}) => {
  await signIn(page, 'officer');
  const id = await idOf(page, UNFINISHED);
  await page.goto(`/areas/${id}`);
  await expect(page.getByText('应检245人、已检207人，还差38人')).toBeVisible();
  await page.getByRole('link', { name: '登记筛查' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('采样结束')).toHaveValue('2022-12-01T12:00');
  await dialog.getByLabel('本次已检人数').fill('245');
  await expect(dialog.getByText('合计 452/245 人')).toBeVisible();
  await expect(dialog.getByText('符合降级条件')).toHaveCount(0);
  await dialog.getByRole('button', { name: '登记筛查' }).click();
  await expect(dialog.getByText('请填已检人数')).toBeVisible();
  await dialog.getByLabel('全轮累计的人数').check();
  await expect(dialog.getByText('合计 245/245 人')).toBeVisible();
  await expect(dialog.getByLabel('累计已检人数')).toHaveValue('245');
  await expect(dialog.getByText('符合降级条件')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '登记筛查' }).click();

  await expect(page.getByText('按规则降为低风险区')).toBeVisible();
  await expect(page.getByRole('status')).toContainText('等级已变化，现为低风险区');
  await expect(page.getByText('12-01 07:00 至 12-01 12:00')).toBeVisible();
  await expectAccessible(page);

  // Corrected back, the records do not bear the lowering out: it is proposed, and an officer lets it stand with a reason.
  const part = page.getByRole('listitem').filter({ hasText: '登记筛查：应检 245 人，已检 38 人' });
  await part.getByRole('link', { name: '更正' }).click();
  await dialog.getByLabel('本次已检人数').fill('28');
  await expect(dialog.getByText('合计 235/245 人')).toBeVisible();
  await expect(dialog.getByText('依据已变：')).toContainText('建议升级');
  await dialog.getByRole('button', { name: '更正记录' }).click();
  await expect(dialog.getByText('请写明理由')).toBeVisible();
  await dialog.getByLabel('理由').fill('误填，实为28人');
  await dialog.getByRole('button', { name: '更正记录' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '依据已变' })).toContainText('还差 10 人');
  await expect(page.getByRole('status')).toContainText('已按规则核对，等级未变');
  await expectAccessible(page);
  await page.goto('/');
  const listed = page.getByRole('region', { name: '依据已变' });
  await listed.getByRole('link', { name: UNFINISHED }).click();
  await page.getByRole('link', { name: '维持现等级' }).click();
  await dialog.getByLabel('理由').fill('10人已转出，专家组维持');
  await dialog.getByRole('button', { name: '维持现等级' }).click();
  await expect(page.getByText('依据已变，经研判维持现等级')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: '依据已变' })).toHaveCount(0);
});

test('a level decided for a later hour is withdrawn before it', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto(`/areas/${await idOf(page, '寒亭街道叶家庄子村')}?do=level`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('时', { exact: true }).selectOption('24');
  await dialog.getByLabel('理由').fill('专家组研判，提前解除');
  await dialog.getByRole('button', { name: '降为低风险区' }).click();
  await page.getByRole('link', { name: '撤回这项决定' }).click();
  await expect(dialog.getByText('该区仍为高风险区')).toBeVisible();
  await dialog.getByLabel('理由').fill('情况有变');
  await dialog.getByRole('button', { name: '撤回决定' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '撤回等级决定' })).toContainText('情况有变');
  await expect(page.getByRole('link', { name: '撤回这项决定' })).toHaveCount(0);
});

test('a level is lowered and designated again by decision, each with its reason', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto(`/areas/${await idOf(page, '西关街道巨力新村6号楼')}?do=level`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('时', { exact: true }).selectOption('20');
  await dialog.getByLabel('理由').fill('专家组研判，提前解除');
  await expect(dialog.getByText('自2022年12月1日20时起由高风险区降为低风险区')).toBeVisible();
  await expect(dialog.getByText('再满')).toHaveCount(0);
  await dialog.getByRole('button', { name: '降为低风险区' }).click();
  await expect(page.getByText('原高风险区已于2022年12月1日20时经研判降为低风险区')).toBeVisible();

  await page.getByRole('link', { name: '重新划定' }).click();
  await dialog.getByLabel('时', { exact: true }).selectOption('21');
  await dialog.getByLabel('理由').fill('重新检出1例');
  await dialog.getByRole('button', { name: '划定为高风险区' }).click();
  await expect(page.getByRole('status')).toContainText('等级已变化，现为高风险区');
});

test('the loser of a race is shown the present state before deciding again', async ({ page, context }) => {
  await signIn(page, 'officer');
  const address = `/areas/${await idOf(page, '北关街道鸢都新城12号楼')}?do=level`;
  // It lies in the background and does not ask for news by itself: only sending tells it.
  await page.addInitScript(() => Object.defineProperty(document, 'hidden', { get: () => true }));
  await page.goto(address);
  await page.getByRole('dialog').getByLabel('理由').fill('研判结论甲');
  const other = await context.newPage();
  await other.goto(address);
  await other.getByRole('dialog').getByLabel('时', { exact: true }).selectOption('20');
  await other.getByRole('dialog').getByLabel('理由').fill('研判结论乙');
  await other.getByRole('dialog').getByRole('button', { name: '降为低风险区' }).click();
  await expect(other.getByText('经研判降为低风险区').first()).toBeVisible();

  await page.getByRole('dialog').getByRole('button', { name: '降为低风险区' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '等级已由他人变动' })).toContainText(
    '原高风险区已于2022年12月1日20时经研判降为低风险区',
  );
  await expect(page.getByRole('dialog').getByLabel('理由')).toHaveValue('研判结论甲');
});

test('staff read the page and can do nothing on it', async ({ page }) => {
  await signIn(page, 'staff');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/areas/${await idOf(page, '寒亭街道叶家庄子村')}?do=infection`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: '登记感染' })).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('操作审计')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});

test('an outsider finds what is found where nothing is', async ({ page, browser, server }) => {
  await signIn(page, 'officer');
  const id = await idOf(page, COUNTING);
  await addOutsider(server);
  const outside = await browser.newContext({ baseURL: server.url });
  const stranger = await outside.newPage();
  await signIn(stranger, 'hohhot');
  const seen = async (area: string) => {
    const answer = await stranger.goto(`/areas/${area}`);
    return {
      status: answer?.status(),
      title: await stranger.title(),
      text: await stranger.locator('main').innerText(),
    };
  };
  const forbidden = await seen(id);
  expect(forbidden).toMatchObject({ status: 404 });
  expect(forbidden.text).toContain('没有这个风险区');
  expect(await seen('01a20149-0000-7000-8000-000000000000')).toEqual(forbidden);
  expect(await seen('nothing')).toEqual(forbidden);
  await outside.close();
});
