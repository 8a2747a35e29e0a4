import type { Page } from 'playwright-core';
import { firstDelivery, fireButton, platforms, PlaygroundBrowser } from './browser.ts';

const playground = PlaygroundBrowser.inThisFile();

/** What a host shows beside its name: the code of a problem, or a word for how it ended. */
type Outcome = string;

const deliveryFaults: ReadonlyArray<
  readonly [fault: string, platform: string, n8n: Outcome, zapier: Outcome]
> = [
  ['unsigned', 'ally', 'signature-missing', 'signature-missing'],
  ['unsigned', 'halo', 'credentials-missing', 'credentials-missing'],
  ['forged', 'ally', 'signature-mismatch', 'signature-mismatch'],
  ['forged', 'halo', 'credentials-mismatch', 'credentials-mismatch'],
  ['wrong-secret', 'eka-care', 'signature-mismatch', 'signature-mismatch'],
  ['changed-body', 'ally', 'signature-mismatch', 'signature-mismatch'],
  ['stale-timestamp', 'halo-connect', 'timestamp-stale', 'timestamp-stale'],
  ['future-timestamp', 'halo-connect', 'timestamp-future', 'timestamp-future'],
  // n8n refuses what it cannot parse before the node sees it.
  ['malformed-json', 'halo-connect', 'rejected', 'body-malformed'],
  ['multipart', 'eka-care', 'body-unavailable', 'body-malformed'],
  ['oversized', 'ally', 'rejected', 'accepted'],
];

/** Records that cannot be fetched are missing from items that go out all the same. */
const apiFaults: ReadonlyArray<readonly [fault: string, platform: string, code: string | null]> = [
  ['slow', 'ally', null],
  ['down', 'ally', 'api-unavailable'],
  ['forbidden', 'halo', 'api-forbidden'],
  ['html', 'eka-care', 'api-answer-unexpected'],
];

/** Those that have a test of their own. */
const otherFaults = ['duplicate', 'out-of-order', 'throttled'];

async function fireWith(platform: string, ...faults: string[]): Promise<Page> {
  const page = await playground.open(platform);
  for (const fault of faults) await page.locator(`.chip input[value="${fault}"]`).check();
  await fireButton(page).click();
  return page;
}

test.each(deliveryFaults)('%s on %s: n8n says %s, Zapier says %s', async (fault, platform, n8n, zapier) => {
  const page = await fireWith(platform, fault);
  for (const [name, outcome] of [
    ['n8n node', n8n],
    ['Zapier app', zapier],
  ] as const) {
    const host = firstDelivery(page).getByRole('group', { name });
    await host.locator('h4').getByText(outcome, { exact: true }).waitFor();
    if (outcome === 'accepted') continue;
    const [message, hint] = await host.locator('.notice p').allTextContents();
    expect(message).toMatch(/^[A-Z].+\.$/);
    expect(hint).toMatch(outcome === 'rejected' ? /^n8n answers this by itself/ : /^[A-Z].+\.$/);
    expect(await host.locator('pre.item').count()).toBe(0);
  }
});

test.each(apiFaults)('an API that is %s, on %s: %s', async (fault, platform, code) => {
  const page = await fireWith(platform, fault);
  const delivery = firstDelivery(page);
  await delivery.getByText('Both hosts made the same item.').waitFor();
  for (const name of ['n8n node', 'Zapier app']) {
    const host = delivery.getByRole('group', { name });
    const told = host.locator('.notice');
    expect(await told.locator('code').allTextContents()).toEqual(code === null ? [] : [code]);
    if (code !== null) expect(await told.locator('.hint').textContent()).toMatch(/^[A-Z].+\.$/);
  }
});

test('a rate limit is waited for, as the REST calls show', async () => {
  const page = await fireWith('ally', 'throttled');
  await firstDelivery(page).getByText('Both hosts made the same item.').waitFor();
  for (const host of ['n8n node', 'Zapier app']) {
    const statuses = await page.getByLabel(`REST calls of the ${host}`).locator('.call').allTextContents();
    expect(statuses.map((text) => text.trim().slice(0, 3))).toEqual(['429', '200']);
  }
});

test('a failing API fails the run where that was chosen', async () => {
  const page = await playground.open('eka-care');
  await page.getByText('Trigger', { exact: true }).click();
  await page.getByLabel('When a record cannot be fetched').selectOption('fail');
  await page.locator('[value=forbidden]').check();
  await fireButton(page).click();
  await firstDelivery(page).getByText('Both hosts fail.').waitFor();
  expect(await firstDelivery(page).locator('h4').getByText('api-forbidden').count()).toBe(2);
});

test('a duplicate is nothing new', async () => {
  const page = await fireWith('eka-care', 'duplicate');
  await page.locator('.delivery').nth(1).locator('h3').getByText('nothing new').waitFor();
  await firstDelivery(page).getByText('Both hosts made the same item.').waitFor();
});

test('Zapier runs a duplicate again where the webhook is made by hand', async () => {
  const page = await fireWith('ally', 'duplicate');
  const repeat = page.locator('.delivery').nth(1);
  await repeat.locator('h3').click();
  await repeat.getByText('Zapier has no memory for webhooks made by hand').waitFor();
});

test('out of order needs several deliveries', async () => {
  const page = await fireWith('ally', 'out-of-order');
  await page.getByRole('alert').getByText('Out of order needs several deliveries').waitFor();
  playground.forgiveTrouble();
  await page.getByRole('spinbutton', { name: 'Events' }).fill('2');
  await fireButton(page).click();
  await page.locator('.delivery').nth(1).locator('h3').getByText('accepted').waitFor();
  expect(await page.getByRole('alert').getByText('Out of order').count()).toBe(0);
});

test('faults can be combined, and a refused delivery is tried again', async () => {
  const page = await playground.open('ally');
  await page.getByText('Retries', { exact: true }).click();
  await page.getByLabel('Pauses between attempts pass').selectOption('10');
  for (const fault of ['duplicate', 'forged']) await page.locator(`[value=${fault}]`).check();
  await fireButton(page).click();
  const delivery = firstDelivery(page);
  await delivery.getByText('next try in').waitFor();
  await delivery.getByText('Attempt 3: HTTP 401').waitFor();
  await delivery.getByText('given up').waitFor();
  expect(await delivery.locator('.attempt[open]').count()).toBe(1);
  expect(await page.locator('.delivery').count()).toBe(2);
});

test('every fault that is offered is in these tests', async () => {
  const offered = new Set<string>();
  for (const { id } of platforms) {
    const page = await playground.open(id);
    const values = '[...document.querySelectorAll(".chip.fault input")].map(({ value }) => value)';
    for (const value of await page.evaluate<string[]>(values)) offered.add(value);
  }
  const tested = [...deliveryFaults, ...apiFaults].map(([fault]) => fault);
  expect(new Set([...tested, ...otherFaults])).toEqual(offered);
});
