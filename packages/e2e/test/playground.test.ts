import { type Simulator } from '@carehooks/simulator';
import { startPlayground } from '@carehooks/simulator/playground';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../src/browser.ts';
import { repositoryRoot } from '../src/paths.ts';

let playground: Pick<Simulator, 'url' | 'close'>;
let browser: Browser;

beforeAll(async () => {
  playground = await startPlayground({ port: 0, root: repositoryRoot() });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await playground?.close();
});

/** A page that notes what the browser complains about and whom it asks. */
async function open(
  width: number,
  colorScheme: 'light' | 'dark',
): Promise<{ page: Page; trouble: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== playground.url) trouble.push(request.url());
  });
  await page.goto(playground.url);
  return { page, trouble };
}

test.each([
  [1280, 'light'],
  [360, 'dark'],
] as const)('one click shows the item of both hosts, %i pixels wide and %s', async (width, colorScheme) => {
  const { page, trouble } = await open(width, colorScheme);
  await page.getByRole('button', { name: 'Fire' }).click();
  await page.getByText('Both hosts made the same item.').first().waitFor();
  expect(await page.locator('.delivery').first().locator('pre.item').count()).toBe(2);
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await page.evaluate<number>(overflow)).toBe(0);
  expect(trouble).toEqual([]);
  await page.close();
});

test('a forged delivery is refused by both, and tried again by the platform', async () => {
  const { page, trouble } = await open(1280, 'light');
  await page.locator('[name=fault]').selectOption('forged');
  await page.getByRole('button', { name: 'Fire' }).click();
  const delivery = page.locator('.delivery').first();
  await delivery.getByText('[HTTP 401]').waitFor();
  await delivery.getByText('Copy the secret of this very webhook again.').waitFor();
  await delivery.getByText('next try in').waitFor();
  expect(await delivery.locator('pre.item').count()).toBe(0);
  expect(trouble).toEqual([]);
  await page.close();
});
