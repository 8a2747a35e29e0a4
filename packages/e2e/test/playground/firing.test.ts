import { firstDelivery, fireButton, overflowOf, platforms, PlaygroundBrowser } from './browser.ts';

const playground = PlaygroundBrowser.inThisFile();

describe.each(platforms)('$name', ({ id, event }) => {
  test('one click shows what was verified, the item of both hosts and their REST calls', async () => {
    const page = await playground.open(id);
    await fireButton(page).click();
    const delivery = firstDelivery(page);
    await delivery.getByText('Both hosts made the same item.').waitFor();
    expect(await delivery.getByRole('heading', { level: 3 }).textContent()).toContain(event);
    expect(await delivery.locator('pre.item').count()).toBe(2);
    const [left, right] = await delivery.locator('pre.item').allTextContents();
    const withoutMoment = (item = '') => item.replace(/"receivedAt": "[^"]*"/, '');
    expect(withoutMoment(left)).toBe(withoutMoment(right));
    expect(await delivery.locator('mark').count()).toBe(0);
    expect(await delivery.locator('.verification .problem').count()).toBe(0);
    for (const host of ['n8n node', 'Zapier app']) {
      expect(await delivery.getByLabel(`REST calls of the ${host}`).locator('li').count()).toBeGreaterThan(0);
    }
  });

  test('nothing is wider than a phone, in the dark', async () => {
    const page = await playground.open(id, { width: 360, colorScheme: 'dark' });
    await fireButton(page).click();
    await firstDelivery(page).getByText('Both hosts made the same item.').waitFor();
    for (const label of ['Request', 'Answer'])
      await firstDelivery(page).getByText(label, { exact: true }).click();
    await page.getByText('Edit the body').click();
    expect(await overflowOf(page)).toBe(0);
    await page.getByRole('link', { name: 'Records' }).click();
    const collections = page.locator('.collection > details > summary');
    await collections.first().waitFor();
    for (const summary of await collections.all()) await summary.click();
    await page.locator('.collection li summary').first().click();
    expect(await overflowOf(page)).toBe(0);
  });
});

test('a recorded body can be chosen and edited, and is sent so', async () => {
  const page = await playground.open('ally');
  await page.getByRole('combobox', { name: 'Event', exact: true }).selectOption('appointment.cancelled');
  const body = page.locator('#body');
  await page.waitForFunction('document.getElementById("body").value.includes("cancelled")');
  expect(await page.getByRole('combobox', { name: 'Recorded body' }).inputValue()).toBe(
    'appointment.cancelled',
  );
  await page.getByRole('combobox', { name: 'Recorded body' }).selectOption('expanded');
  await page.waitForFunction('document.getElementById("body").value.includes("firstName")');
  await page.getByText('Edit the body').click();
  await body.fill((await body.inputValue()).replace('"note": "', '"note": "Edited. '));
  await fireButton(page).click();
  await firstDelivery(page).locator('pre.item').first().getByText('Edited. ').waitFor();
});

test('several events come in deliveries of their own, or in one where the platform can batch', async () => {
  const page = await playground.open('halo');
  await page.getByRole('spinbutton', { name: 'Events' }).fill('3');
  await fireButton(page).click();
  await page.locator('.delivery').nth(2).locator('h3').getByText('accepted').waitFor();
  await page.getByLabel('In one delivery').check();
  await fireButton(page).click();
  await firstDelivery(page).getByText('Both hosts made the same 3 items.').waitFor();
  expect(await page.locator('.delivery').count()).toBe(4);
  const ally = await playground.open('ally');
  expect(await ally.getByLabel('In one delivery').count()).toBe(0);
});

test('the same event twice is nothing new', async () => {
  const page = await playground.open('eka-care');
  await page.getByLabel('Something new each time').uncheck();
  for (const verdict of ['Both hosts made the same item.', 'Both hosts find nothing new in it.']) {
    await fireButton(page).click();
    await firstDelivery(page).getByText(verdict).waitFor();
  }
});
