import type { DeliveryRecord } from '../src/index.ts';
import { call, running } from './running.ts';

interface Fired {
  readonly deliveries: readonly DeliveryRecord[];
}

const start = running();

async function openAdmin() {
  const simulator = await start.simulator();
  const receiver = await start.receiver(200);
  const { ally } = simulator.platforms;
  const webhook = ally.createWebhook({ url: receiver.url, events: ally.events });
  return { simulator, receiver, ally, webhook, admin: `${simulator.url}/ally/admin` };
}

test('tells what there is', async () => {
  const { admin } = await openAdmin();
  expect((await call(admin)).body).toMatchObject({
    id: 'ally',
    apiPath: '/ally/v1',
    events: expect.arrayContaining(['appointment.created']),
    fixtures: expect.arrayContaining(['appointment.created', 'expanded']),
    faults: expect.arrayContaining([{ name: 'duplicate', description: expect.any(String) }]),
  });
});

test('fires, and waits if asked', async () => {
  const { admin, simulator } = await openAdmin();
  const queued = await call<Fired>(`${admin}/fire`, { json: { event: 'appointment.created' } });
  expect(queued).toMatchObject({ status: 202, body: { deliveries: [{ state: 'pending' }] } });
  await simulator.settled();
  const json = { event: ['appointment.created', 'appointment.updated'], faults: ['duplicate'], wait: true };
  const ended = await call<Fired>(`${admin}/fire`, { json });
  expect(ended.status).toBe(200);
  expect(ended.body.deliveries.map(({ state }) => state)).toEqual(Array(4).fill('delivered'));
});

test('says so when no webhook wants the event', async () => {
  const { admin } = await openAdmin();
  const json = { event: 'appointment.created', mode: 'live' };
  expect((await call(`${admin}/fire`, { json })).body).toMatchObject({
    deliveries: [],
    note: expect.stringContaining('create one'),
  });
});

test.each([
  [{}, 'event: '],
  [{ event: 'appointment.created', fauts: [] }, 'fauts'],
  [{ event: 'appointment.created', target: { url: 'file:///x' } }, 'target.url'],
])('refuses %j', async (json, message) => {
  const { admin } = await openAdmin();
  expect(await call(`${admin}/fire`, { json })).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining(message) },
  });
});

test('lists deliveries, shows one and sends it again', async () => {
  const { admin, receiver, webhook } = await openAdmin();
  await call(`${admin}/fire`, { json: { event: 'appointment.created', wait: true } });
  const listed = await call<DeliveryRecord[]>(`${admin}/deliveries?webhookId=${webhook.id}&state=delivered`);
  expect(listed.body).toHaveLength(1);
  const url = `${admin}/deliveries/${listed.body[0]?.id}`;
  expect((await call(url)).body).toEqual(listed.body[0]);
  const json = { faults: ['unsigned'], wait: true };
  expect((await call(`${url}/resend`, { json })).body).toMatchObject({
    deliveries: [{ copyOf: listed.body[0]?.id }],
  });
  expect(receiver.deliveries[1]?.headers['x-heim-signature']).toBeUndefined();
  expect((await call(`${admin}/deliveries?event=appointment.updated`)).body).toEqual([]);
  expect((await call(`${admin}/deliveries?state=odd`)).status).toBe(400);
  await call(`${admin}/deliveries`, { method: 'DELETE' });
  expect((await call(url)).status).toBe(404);
});

test('changes settings', async () => {
  const { admin } = await openAdmin();
  const json = { signature: { encoding: 'base64' }, api: { envelope: false } };
  const patched = await call(`${admin}/settings`, { method: 'PATCH', json });
  expect(patched.body).toMatchObject({
    signature: { encoding: 'base64', algorithm: 'sha256' },
    api: { envelope: false },
  });
  expect((await call(`${admin}/settings`)).body).toEqual(patched.body);
  const wrong = await call(`${admin}/settings`, { method: 'PATCH', json: { sgnature: { encoding: 'hex' } } });
  expect(wrong).toMatchObject({ status: 400, body: { message: expect.stringContaining('sgnature') } });
});

test('switches API faults on and off, and counts requests', async () => {
  const { admin, simulator } = await openAdmin();
  const rule = { fault: { kind: 'throttled', retryAfter: 2 }, times: 5, path: '/v1/tasks' };
  const { status, body } = await call<{ id: string }>(`${admin}/api-faults`, { json: rule });
  expect([status, body]).toEqual([201, expect.objectContaining({ times: 5, path: '/v1/tasks' })]);
  expect((await call(`${simulator.url}/ally/v1/tasks`)).status).toBe(429);
  expect((await call(`${admin}/api-faults`)).body).toMatchObject([{ times: 4 }]);
  expect((await call(`${admin}/api-faults/${body.id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call(`${admin}/api-faults/${body.id}`, { method: 'DELETE' })).status).toBe(404);
  expect((await call(`${admin}/requests?path=/tasks`)).body).toMatchObject([{ status: 429 }]);
  await call(`${admin}/requests`, { method: 'DELETE' });
  expect((await call(`${admin}/requests`)).body).toEqual([]);
});

test('resets everything', async () => {
  const { admin, ally, simulator } = await openAdmin();
  const appointment = 'apt_9HRUhuDrE9x882Tgx2';
  await call(`${simulator.url}/ally/dashboard/appointments/${appointment}/complete`, { json: {} });
  ally.settings.update({ api: { envelope: false } });
  ally.apiFaults.add({ fault: { kind: 'html' } });
  await simulator.settled();
  expect((await call(`${admin}/reset`, { method: 'POST' })).status).toBe(204);
  expect(ally.data.test.appointments.get(appointment)?.status).toBe('scheduled');
  expect(ally.settings.current.api.envelope).toBe(true);
  expect([ally.webhooks.list(), ally.deliveries.list(), ally.apiFaults.list(), ally.requests.list()]).toEqual(
    [[], [], [], []],
  );
});
