import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import { signIn } from './sign-in';

/** Choose 寒亭区 with the keyboard alone. */
async function chooseHanting(page: Page): Promise<void> {
  await page.getByLabel('所属区划').fill('hantingqu');
  await expect(page.getByRole('option', { name: /寒亭区/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('所属区划')).toHaveValue('寒亭区');
}

test('the form marks what is missing beside each field and sends nothing', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto('/areas/new');
  await page.getByRole('button', { name: '划定为高风险区' }).click();
  await expect(page.getByText('请从列出的区划中选择一个')).toBeVisible();
  await expect(page.getByText('请填写地点名称')).toBeVisible();
  await expect(page.getByText('请写明理由')).toBeVisible();
  await expect(page.getByLabel('所属区划')).toBeFocused();
  await expectAccessible(page);
});

test('it says what it will do, warns of too large an area, and its draft outlives a reload', async ({
  page,
}) => {
  await signIn(page, 'officer');
  await page.goto('/areas/new');
  await chooseHanting(page);
  await page.getByLabel('地点名称').fill('寒亭街道演示小区');
  await expect(page.getByText('大于现行政策的划定单位（单元、楼栋）')).toBeVisible();
  await page.getByLabel('地点名称').fill('寒亭街道演示小区8号楼');
  await expect(page.getByText('大于现行政策的划定单位')).toBeHidden();
  await page.getByLabel('理由').fill('发现2例感染者');
  await page.reload();
  await expect(page.getByText('已恢复未提交的草稿')).toBeVisible();
  await expect(page.getByLabel('所属区划')).toHaveValue('寒亭区');
  await expect(
    page.getByText('将山东省潍坊市寒亭区寒亭街道演示小区8号楼自2022年12月1日21时起划定为高风险区'),
  ).toBeVisible();
  await expect(page.getByText('连续 5 天未发现新增感染者')).toBeVisible();
  await page.getByRole('button', { name: '弃用草稿' }).click();
  await expect(page.getByLabel('地点名称')).toHaveValue('');
});

test('sent twice it designates once, and the second attempt leads to the area', async ({ page }) => {
  await signIn(page, 'officer');
  const fill = async () => {
    await page.goto('/areas/new');
    await chooseHanting(page);
    await page.getByLabel('地点名称').fill('寒亭街道演示小区9号楼');
    await page.getByLabel('理由').fill('发现2例感染者');
  };
  await fill();
  await page.getByRole('button', { name: '划定为高风险区' }).dblclick();
  await page.waitForURL(/\/areas\/[0-9a-f-]{36}$/);
  const address = page.url();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('演示小区9号楼');
  await page.goto('/areas?q=演示小区9号楼');
  await expect(page.getByText('共 1 处')).toBeVisible();

  await fill();
  await page.getByRole('button', { name: '划定为高风险区' }).click();
  await expect(page.getByText('该地点已经是风险区')).toBeVisible();
  await page.getByRole('link', { name: '打开该风险区' }).click();
  await expect(page).toHaveURL(address);
});

test('who may not command finds no such page', async ({ page }) => {
  await signIn(page, 'staff');
  const answer = await page.goto('/areas/new');
  expect(answer?.status()).toBe(404);
  await page.goto('/areas');
  await expect(page.getByRole('link', { name: '划定风险区' })).toHaveCount(0);
});

test('a whole county is asked about with what lies in it, and again when another place is meant', async ({
  page,
}) => {
  await signIn(page, 'officer');
  await page.goto('/areas/new');
  await chooseHanting(page);
  await page.getByLabel('地点名称').fill('寒亭区');
  await page.getByLabel('理由').fill('发现2例感染者');
  const send = page.getByRole('button', { name: '划定为高风险区' });
  await send.click();
  const question = page.getByText(
    /这将把整个寒亭区划定为高风险区：5 个街道（乡镇），373 个社区（村），其中现有 \d+ 处/,
  );
  await expect(question).toBeVisible();
  await expectAccessible(page);
  // Sent again without the mark it is asked again, and the mark goes with the place it was set for.
  await send.click();
  await expect(question).toBeVisible();
  await page.getByLabel('确认划定整个寒亭区').check();
  await page.getByLabel('地点名称').fill('寒亭区全域');
  await expect(question).toBeHidden();
  await send.click();
  await expect(page.getByLabel('确认划定整个寒亭区')).not.toBeChecked();
});
