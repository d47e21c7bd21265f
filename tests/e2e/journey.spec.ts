import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, journeyTest as test } from './fixtures';
import { signIn } from './sign-in';

const REAL = process.env.REAL_DATA_DIR ?? path.resolve(import.meta.dirname, '../../../shared/data');
const LIST = path.join(REAL, 'national/2022112521-cf803fa9.json');

/** The real national list of 25 November 2022 21时 where it is at hand, else one typed in its form. */
function listFile(): { file: { name: string; mimeType: string; buffer: Buffer }; high: number } {
  if (existsSync(LIST)) {
    return {
      file: { name: path.basename(LIST), mimeType: 'application/json', buffer: readFileSync(LIST) },
      high: 22_480,
    };
  }
  const group = {
    type: '2',
    province: '北京市',
    city: '朝阳区',
    county: '双井街道',
    area_name: '北京市 朝阳区 双井街道',
  };
  const highlist = [{ ...group, communitys: ['百子湾南二路76号院6号楼', '广渠路29号院九龙花园小区3号楼'] }];
  const data = { end_update_time: '2022-11-25 21时', hcount: 2, mcount: 0, highlist, middlelist: [] };
  const buffer = Buffer.from(JSON.stringify({ data, code: 0, msg: '查询成功' }));
  return { file: { name: 'typed-list.json', mimeType: 'application/json', buffer }, high: 2 };
}

const SCREENED = '示范花园1号楼';
const LACKING = '示范花园2号楼';

async function designate(page: Page, name: string): Promise<string> {
  await page.goto('/areas/new');
  await page.getByLabel('所属区划').fill('寒亭区');
  await page
    .getByRole('option', { name: /寒亭区/ })
    .first()
    .click();
  await page.getByLabel('地点名称').fill(name);
  await page.getByLabel('高风险区').check();
  await page.getByLabel('理由').fill('社会面检出2例感染者');
  await page.getByRole('button', { name: '划定为高风险区' }).click();
  await page.waitForURL(/\/areas\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

async function recordIn(
  page: Page,
  areaId: string,
  what: string,
  fill: (dialog: Locator) => Promise<void>,
): Promise<void> {
  await page.goto(`/areas/${areaId}`);
  await page.getByRole('link', { name: what }).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog);
  await dialog.getByRole('button', { name: what }).click();
  await expect(page.getByRole('status').first()).toContainText('已登记');
}

test('from an empty folder to an automatic downgrade on a real list', async ({ page, server }) => {
  const api = async (address: string) => (await page.request.get(`/api/v1${address}`)).json();
  const key = (await server.command('key:create', '--name', 'code-engine', '--scopes', 'feed:read'))
    .trim()
    .split('\n')
    .at(-1);
  const feed = async (address: string) =>
    (await page.request.get(`/api/v1${address}`, { headers: { authorization: `Bearer ${key}` } })).json();

  // A real list comes in: a dry run first, then what it does.
  await signIn(page, 'admin');
  const list = listFile();
  await page.goto('/imports');
  await page.locator('input[type=file]').setInputFiles(list.file);
  await page.getByRole('button', { name: /^采用/ }).click();
  await expect(page.getByRole('status').filter({ hasText: '已采用' })).toBeVisible({ timeout: 300_000 });
  const inBeijing = async () =>
    (await api(`/lookup?q=${encodeURIComponent('北京市朝阳区')}`)).results[0].contains.HIGH;
  await expect.poll(inBeijing).toBeGreaterThan(0);
  await expect
    .poll(async () => (await feed('/snapshot')).areas.length)
    .toBeGreaterThan(list.high > 2 ? 20_000 : 400);

  // An officer designates two buildings at 21时 of 1 December.
  await page.context().clearCookies();
  await signIn(page, 'officer');
  const screened = await designate(page, SCREENED);
  const lacking = await designate(page, LACKING);
  const cursor = (await feed('/snapshot')).version;

  // Nothing is found on 2 December but one person in home isolation, who does not count.
  await server.command('demo:clock', '+1d');
  await recordIn(page, screened, '登记感染', async (dialog) => {
    await dialog.getByLabel('居家隔离期间发现').check();
    await dialog.getByLabel('理由').fill('同户密接，无家庭外风险');
  });

  // On day 5, 6 December, everyone in the first building is tested and negative.
  await server.command('demo:clock', '+4d');
  await recordIn(page, screened, '登记筛查', async (dialog) => {
    await dialog.getByLabel('采样开始').fill('2022-12-06T07:00');
    await dialog.getByLabel('采样结束').fill('2022-12-06T12:00');
    await dialog.getByLabel('全轮应检人数').fill('86');
    await dialog.getByLabel('本次已检人数').fill('86');
    await dialog.getByLabel('其中阳性').fill('0');
  });
  await expect(page.locator('main')).toContainText('高风险区');

  // 24时 passes.
  await server.command('demo:clock', '+6h');

  const explanation = await api(`/areas/${screened}/explanation`);
  const { designations } = await api(`/areas/${screened}/history`);
  expect(explanation.level).toBe('LOW');
  expect(designations[0]).toMatchObject({
    level: 'HIGH',
    endCause: 'LOWERED_BY_RULE',
    validTo: '2022-12-06T16:00:00.000Z',
  });
  const standing = await api(`/areas/${lacking}/explanation`);
  expect(standing).toMatchObject({ level: 'HIGH', outcome: 'STANDS', round: { state: 'MISSING' } });

  const { events } = await feed(`/changes?after=${cursor}&limit=1000`);
  const told = events.filter(
    (event: { subject: string; type: string }) => event.type === 'fengqu.area-status.changed.v1',
  );
  const ofScreened = told.filter((event: { subject: string }) => event.subject === screened);
  expect(ofScreened.map((event: { data: unknown }) => event.data)).toMatchObject([
    { cause: 'LOWERED_BY_RULE', level: { from: 'HIGH', to: 'LOW' }, effectiveAt: '2022-12-06T16:00:00.000Z' },
  ]);
  expect(told.filter((event: { subject: string }) => event.subject === lacking)).toEqual([]);

  const lookup = async (name: string) => {
    await page.goto(`/lookup?q=${encodeURIComponent(`潍坊市寒亭区${name}`)}`);
    return page.locator('main');
  };
  await expect(await lookup(LACKING)).toContainText('高风险区');
  const { results } = await api(`/lookup?q=${encodeURIComponent(`潍坊市寒亭区${SCREENED}`)}`);
  expect(results[0]).toMatchObject({ id: screened, level: 'LOW', lookback: { highest: 'HIGH' } });
  await expect(await lookup(SCREENED)).toContainText('低风险区');

  await page.goto('/');
  await expect(page.locator('main')).toContainText(LACKING);
  await page.goto(`/areas?q=${encodeURIComponent('示范花园')}`);
  await expect(page.locator('main')).toContainText(LACKING);
  await expect(page.locator('main')).not.toContainText(SCREENED);
  expect(await server.command('audit:verify')).toContain('chain whole');
});
