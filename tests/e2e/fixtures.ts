import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test as base, expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { type ServerProcess, startServer } from './server-process';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type UseServer = (server: ServerProcess) => Promise<void>;

/** A drill server on an empty folder, for as long as one group of tests needs it. */
const drillServer = () =>
  [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}: object, use: UseServer): Promise<void> => {
      const server = await startServer(['--demo']);
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 900_000 },
  ] as const;

/** Tests that write: they share one drill server, and no figure of the drill can be relied on. */
export const test = base.extend<{ baseURL: string; page: Page }, { server: ServerProcess }>({
  server: [...drillServer()],
  baseURL: ({ server }, use) => use(server.url),
  // Whatever a test is about: nothing on its pages may be stopped by their content security policy.
  page: async ({ page }, use) => {
    const stopped: string[] = [];
    page.context().on('console', (said) => {
      if (/content security policy/i.test(said.text())) stopped.push(said.text());
    });
    await use(page);
    expect(stopped).toEqual([]);
  },
});

/** Tests that only read: their server holds the drill as it opens. */
export const readingTest = test.extend<object, { server: ServerProcess }>({ server: [...drillServer()] });

/** The journey has a server of its own: it moves the clock, which no other test may see. */
export const journeyTest = test.extend<object, { server: ServerProcess }>({ server: [...drillServer()] });

/** Expect no serious or critical accessibility violation on the page as it stands (WCAG 2.2 A and AA). */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await axe.run({ runOnly: { type: 'tag', values: tags } })).violations;
  });
  const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([]);
}

export { expect };
