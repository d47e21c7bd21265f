import { LEVEL_TOKENS } from '@/components/level/level-tokens';
import { expect, readingTest as test } from './fixtures';
import { signIn } from './sign-in';

/** The colours of the ground of the home division's counties. */
const GROUNDS = (['HIGH', 'MEDIUM', 'LOW', 'ROUTINE'] as const).map((level) => LEVEL_TOKENS[level].surface);

for (const width of [1280, 1440, 1920]) {
  test(`at ${width} px title and legend cover no county of the map`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await signIn(page, 'officer');
    await page.goto('/');
    const map = page.getByRole('region', { name: '潍坊市风险区分布' });
    const legend = map.getByRole('list').locator('..');
    await expect(legend).toContainText('高风险区');
    const texts = [map.locator('header'), legend];

    /** CSS pixels of county ground in sight, and those of them that lie under a text. */
    const look = async () => {
      const boxes = await Promise.all(texts.map((text) => text.boundingBox()));
      return map.locator('canvas').evaluate(
        (element, given) => {
          const canvas = element as HTMLCanvasElement;
          const at = canvas.getBoundingClientRect();
          const sight = canvas.closest('[role="application"]')?.getBoundingClientRect();
          const pen = canvas.getContext('2d');
          if (!sight || !pen) throw new Error('no map');
          const density = canvas.width / at.width;
          const count = (left: number, top: number, right: number, bottom: number) => {
            const [w, h] = [Math.floor((right - left) * density), Math.floor((bottom - top) * density)];
            if (w < 1 || h < 1) return 0;
            const { data } = pen.getImageData((left - at.left) * density, (top - at.top) * density, w, h);
            let found = 0;
            for (let i = 0; i < data.length; i += 4) {
              const hex = [0, 1, 2]
                .map((part) => (data[i + part] ?? 0).toString(16).padStart(2, '0'))
                .join('');
              if (given.grounds.includes(`#${hex}`)) found += 1;
            }
            return found;
          };
          const under = given.boxes.map((box) => {
            if (!box) throw new Error('a text is not in sight');
            return count(
              Math.max(box.x, sight.left),
              Math.max(box.y, sight.top),
              Math.min(box.x + box.width, sight.right),
              Math.min(box.y + box.height, sight.bottom),
            );
          });
          const whole = count(at.left, at.top, at.right, at.bottom);
          return { whole, sight: count(sight.left, sight.top, sight.right, sight.bottom), under };
        },
        { boxes, grounds: GROUNDS },
      );
    };
    await expect.poll(async () => (await look()).whole).toBeGreaterThan(20_000);
    const { whole, sight, under } = await look();
    expect(under).toEqual([0, 0]);
    // Nothing of home is cut off at the edge either.
    expect(sight).toBe(whole);
  });
}
