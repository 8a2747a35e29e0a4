import { startPlayground } from '@carehooks/simulator/playground';
import { repositoryRoot } from '../../src/paths.ts';
import { firstDelivery, fireButton, PlaygroundBrowser } from './browser.ts';

const playground = PlaygroundBrowser.inThisFile();

const collections = [
  ['ally', 'Patients', 'p_Nalv9kl3lT0g8wGlC1', '"firstName": "Zoë"'],
  ['eka-care', 'Clinics', 'Sample Clinic', '"clinic_id"'],
  ['halo-connect', 'Registered queries', 'Appointments today', '"frequency": 60'],
  ['halo', 'Tickets', 'Ward tablets lose Wi-Fi on level 2', '"client_id": 12'],
] as const;

test.each(collections)('%s shows its webhook and its %s', async (id, collection, record, content) => {
  const page = await playground.open(`${id}/records`);
  const webhook = page.getByRole('region', { name: 'Webhooks' });
  await webhook.getByText(`${playground.url}/webhook/${id}`).waitFor();
  await webhook.getByText('enabled').waitFor();
  await page.getByText(collection, { exact: false }).first().click();
  const shown = page.locator('.collection[id] > details[open] li').filter({ hasText: record }).first();
  await shown.locator('summary').click();
  await shown.getByText(content).waitFor();
});

test('shows live what the API is asked, and what a reset takes away', async () => {
  const records = await playground.open('ally/records');
  await records.getByText('None yet.').waitFor();
  const page = await playground.openAt(`${playground.url}/playground/ally`);
  await fireButton(page).click();
  await records.locator('.requests').getByText('GET /ally/v1/appointments/').first().waitFor();
  await records.getByRole('button', { name: 'Reset' }).click();
  await records.getByText('None yet.').waitFor();
});

test('shows a record anew when it changes', async () => {
  const page = await playground.open('ally/records');
  await fetch(`${playground.url}/ally/dashboard/appointments/apt_9HRUhuDrE9x882Tgx2`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ note: 'Changed at the dashboard' }),
  });
  await page.getByText('"note": "Changed at the dashboard"').waitFor({ state: 'attached' });
});

test('a reset empties the board, and the same event is new again', async () => {
  const page = await playground.open('eka-care');
  await page.getByLabel('Something new each time').uncheck();
  for (let times = 0; times < 2; times += 1) {
    await fireButton(page).click();
    await firstDelivery(page).getByText('Both hosts made the same item.').waitFor();
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByText('Everything is back to its start.').waitFor();
    await page.getByText('Nothing yet.').waitFor();
    expect(await page.locator('.delivery').count()).toBe(0);
  }
});

test('says why nothing was fired, until it was', async () => {
  const page = await playground.open('halo');
  await page.getByText('Edit the body').click();
  const body = page.locator('#body');
  const recorded = await body.inputValue();
  await body.fill('{"id": 1,}');
  await fireButton(page).click();
  await page.getByRole('alert').getByText('The body is not JSON.').waitFor();
  playground.forgiveTrouble();
  expect(await page.locator('.delivery').count()).toBe(0);
  await body.fill(recorded);
  await fireButton(page).click();
  await firstDelivery(page).getByText('Both hosts made the same item.').waitFor();
  expect(await page.getByRole('alert').getByText('The body is not JSON.').count()).toBe(0);
});

test('says when the connection is lost, and shows the board anew when it is back', async () => {
  const root = repositoryRoot();
  let another: Awaited<ReturnType<typeof startPlayground>> | undefined;
  try {
    another = await startPlayground({ root, port: 0 });
    const { url } = another;
    const page = await playground.openAt(`${url}/playground/ally`);
    await fireButton(page).click();
    await firstDelivery(page).getByText('Both hosts made the same item.').waitFor();
    await another.close();
    another = undefined;
    const lost = page.getByText('The connection to the playground is lost.');
    await lost.waitFor();
    await fireButton(page).click();
    await page.getByText('Is it still running?').waitFor();
    another = await startPlayground({ root, port: Number(new URL(url).port) });
    await lost.waitFor({ state: 'hidden' });
    await page.getByText('Nothing yet.').waitFor();
    playground.forgiveTrouble();
    await page.close();
  } finally {
    await another?.close();
  }
});
