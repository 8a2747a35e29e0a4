import type { DeliveryRecord } from '../../src/index.ts';
import type { AllyWebhook } from '../../src/platforms/ally/webhooks.ts';
import { call, running } from '../running.ts';

const start = running();

async function openDashboard() {
  const simulator = await start.simulator();
  return { simulator, webhooks: `${simulator.url}/ally/dashboard/webhooks` };
}

test('shows the secret once, at creation', async () => {
  const { webhooks } = await openDashboard();
  const json = { url: 'https://n8n.example.org/webhook/x', events: ['appointment.created'] };
  const { status, body } = await call<AllyWebhook>(webhooks, { json });
  expect(status).toBe(201);
  expect(body).toMatchObject({ ...json, mode: 'test', secret: expect.stringMatching(/^whsec_\w{32}$/) });
  const { secret, ...view } = body;
  expect((await call(webhooks)).body).toEqual([view]);
  expect((await call(`${webhooks}/${body.id}`)).body).toEqual(view);
  expect((await call(webhooks)).text).not.toContain(secret);
});

test('takes a secret that is given, and a mode', async () => {
  const { webhooks } = await openDashboard();
  const json = {
    url: 'http://127.0.0.1:1/',
    events: ['appointment.updated'],
    mode: 'live',
    secret: 'whsec_test_123',
  };
  expect((await call(webhooks, { json })).body).toMatchObject(json);
});

test.each([
  [{ url: 'ftp://x', events: ['appointment.created'] }, 'url'],
  [{ url: 'not a url', events: ['appointment.created'] }, 'url'],
  [{ url: 'https://x.example', events: [] }, 'events'],
  [{ url: 'https://x.example', events: ['appointment.invented'] }, 'events.0'],
  [{ url: 'https://x.example' }, 'events'],
  [{ url: 'https://x.example', events: ['appointment.created'], mode: 'prod' }, 'mode'],
])('refuses %j and names %s', async (json, field) => {
  const { webhooks } = await openDashboard();
  const answer = await call(webhooks, { json });
  expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining(`${field}: `) } });
});

test('refuses a body that is no JSON, or not said to be', async () => {
  const { webhooks } = await openDashboard();
  const broken = await fetch(webhooks, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect([broken.status, await broken.text()]).toEqual([400, expect.stringContaining('Correct the JSON')]);
  const plain = await fetch(webhooks, { method: 'POST', body: '{}' });
  expect([plain.status, await plain.text()]).toEqual([415, expect.stringContaining('application/json')]);
});

test('deletes, and knows no more of it', async () => {
  const { webhooks } = await openDashboard();
  const json = { url: 'https://x.example', events: ['appointment.created'] };
  const { body } = await call<AllyWebhook>(webhooks, { json });
  expect((await call(`${webhooks}/${body.id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call(`${webhooks}/${body.id}`, { method: 'DELETE' })).status).toBe(404);
  expect((await call(webhooks)).body).toEqual([]);
});

test('the events tab shows what was sent and sends it again', async () => {
  const { simulator, webhooks } = await openDashboard();
  const receiver = await start.receiver(500, 200);
  const { ally } = simulator.platforms;
  const webhook = ally.createWebhook({ url: receiver.url, events: ['appointment.created'] });
  ally.createWebhook({ url: receiver.url, events: ['appointment.updated'] });
  await ally.fire('appointment.created').settled();
  const tab = `${webhooks}/${webhook.id}/events`;
  const { body } = await call<DeliveryRecord[]>(tab);
  expect(body).toMatchObject([
    {
      state: 'delivered',
      events: ['appointment.created'],
      attempts: [
        { outcome: { kind: 'answered', status: 500, body: 'noted' } },
        { outcome: { kind: 'answered', status: 200 } },
      ],
    },
  ]);
  expect(body[0]?.attempts[0]?.request.body).toContain('"apt_9HRUhuDrE9x882Tgx2"');

  const again = await call<{ deliveries: DeliveryRecord[] }>(`${tab}/${body[0]?.id}/resend`, {
    method: 'POST',
  });
  expect(again).toMatchObject({ status: 202, body: { deliveries: [{ copyOf: body[0]?.id }] } });
  await simulator.settled();
  expect(new Set(receiver.texts()).size).toBe(1);
  expect(receiver.deliveries).toHaveLength(3);
  expect((await call(`${tab}/dlv_999999/resend`, { method: 'POST' })).status).toBe(404);
});
