import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { firstDelivery, fireButton, platforms, PlaygroundBrowser } from './browser.ts';

const playground = PlaygroundBrowser.inThisFile();

/** What axe finds, in words that say where. */
async function faultsOf(page: Page): Promise<string[]> {
  const axe = () => new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const found = [await axe().analyze()];
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(await axe().withRules(['color-contrast']).analyze());
  return found.flatMap(({ violations }) =>
    violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target }) => `${impact} ${id}: ${target.join(' ')}`),
    ),
  );
}

describe.each(platforms)('axe knows no fault of $name, light or dark', ({ id }) => {
  test('in its deliveries', async () => {
    const page = await playground.open(id);
    await fireButton(page).click();
    await firstDelivery(page).getByText('Both hosts made the same item.').waitFor();
    for (const fault of ['forged', 'duplicate']) await page.locator(`[value=${fault}]`).check();
    await fireButton(page).click();
    await firstDelivery(page).getByText('Both hosts refuse it.').waitFor();
    for (const summary of ['Request', 'Answer'])
      await firstDelivery(page).getByText(summary, { exact: true }).click();
    for (const panel of ['Edit the body', 'Trigger', 'Retries'])
      await page.getByText(panel, { exact: true }).click();
    expect(await faultsOf(page)).toEqual([]);
  });

  test('in its records', async () => {
    const page = await playground.open(`${id}/records`);
    await page.locator('.collection summary').first().click();
    await page.locator('.collection li summary').first().click();
    expect(await faultsOf(page)).toEqual([]);
  });
});

test('axe knows no fault of an item with a missing record, light or dark', async () => {
  const page = await playground.open('ally');
  await page.locator('[value=html]').check();
  await fireButton(page).click();
  await firstDelivery(page).getByText('Both hosts made the same item.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

/** What has the focus: its text or name, and whether one can see that. */
const focused = `(() => {
  const element = document.activeElement;
  const seen = element.closest('.chip') ?? element;
  return {
    name: (element.textContent.trim() || element.name || element.id).slice(0, 40),
    isSeen: getComputedStyle(seen).outlineStyle !== 'none',
  };
})()`;

interface Focused {
  readonly name: string;
  readonly isSeen: boolean;
}

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, name: string): Promise<Focused[]> {
  const passed: Focused[] = [];
  while (passed.at(-1)?.name !== name) {
    if (passed.length > 60) throw new Error(`Tab never came to ${name}.`);
    await page.keyboard.press('Tab');
    passed.push(await page.evaluate<Focused>(focused));
  }
  return passed;
}

test('fires with the keyboard alone, with the focus in sight', async () => {
  const page = await playground.open('ally');
  const passed = await tabTo(page, 'Fire');
  expect(passed[0]?.name).toBe('Skip to content');
  expect(passed.filter(({ isSeen }) => !isSeen)).toEqual([]);
  await page.keyboard.press('Enter');
  await firstDelivery(page).getByText('Both hosts made the same item.').waitFor();
  const further = await tabTo(page, 'Retries');
  expect(further.filter(({ isSeen }) => !isSeen)).toEqual([]);
  expect(further.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['fault-proof', 'fault-api', 'Trigger']),
  );
});

test('chooses a fault with the arrow keys', async () => {
  const page = await playground.open('ally');
  await page.locator('[name=fault-proof]').first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('[value=unsigned]').isChecked()).toBe(true);
  expect(await page.getByText('No signature and no credentials.').isVisible()).toBe(true);
});

test('skips what comes before the content', async () => {
  const page = await playground.open('ally');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Deliveries');
  expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true);
});

test.each(['Control', 'Meta'])('%s+Enter in the body fires', async (key) => {
  const page = await playground.open('ally');
  await page.getByText('Edit the body').click();
  await page.locator('#body').press(`${key}+Enter`);
  await firstDelivery(page).getByText('Both hosts made the same item.').waitFor();
});

test('tells those who listen what came of it, in one sentence', async () => {
  const page = await playground.open('halo');
  const status = page.locator('#status[role=status]');
  await fireButton(page).click();
  await status
    .getByText('new ticket logged: accepted. Both hosts made the same item.')
    .waitFor({ state: 'attached' });
  expect(await page.locator('#deliveries[aria-live]').count()).toBe(0);
});

test('moves no more than someone wishes', async () => {
  const page = await playground.open('ally', { reducedMotion: 'reduce' });
  await page.locator('[value=forged]').check();
  await fireButton(page).click();
  await firstDelivery(page).getByText('Both hosts refuse it.').waitFor();
  const bar = firstDelivery(page).locator('.bar > span');
  const timing = await bar.evaluate(
    (element) => element.ownerDocument.defaultView?.getComputedStyle(element).animationTimingFunction,
  );
  expect(timing).toContain('steps(10');
});

test('keeps the focus where it is while a delivery changes', async () => {
  const page = await playground.open('ally');
  await page.locator('[value=slow]').check();
  await fireButton(page).click();
  const summary = firstDelivery(page).locator('summary').first();
  await summary.focus();
  await firstDelivery(page).getByText('Both hosts made the same item.').waitFor();
  expect(await summary.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
});
