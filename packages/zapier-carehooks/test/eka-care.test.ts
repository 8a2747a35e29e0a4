import { derivedSecrets, ekaCare, targetKey } from '@carehooks/core';
import { readFixture, signedDelivery } from '@carehooks/core/testing';
import type { HookRequest, ZapierApp } from '@carehooks/harness/zapier';
import { type Simulator, startSimulator } from '@carehooks/simulator';
import { openBuiltApp } from './support/built-app.ts';

/** What is special to the built app of Eka Care. */

const targetUrl = 'http://127.0.0.1:5678/hooks/standard/1/abc/';

let simulator: Simulator;
let app: ZapierApp;
let account: Record<string, string>;
let authData: Record<string, string>;

beforeAll(async () => {
  [simulator, app] = await Promise.all([startSimulator(), openBuiltApp('eka-care')]);
  account = { ...simulator.platforms.ekaCare.account.connection(simulator.url) };
  const token = await app.call('authentication.sessionConfig.perform', { authData: account });
  authData = { ...account, ...(token as object) };
});

afterAll(() => Promise.all([simulator.close(), app.close()]));

afterEach(() => simulator.platforms.ekaCare.webhooks.clear());

/** A recorded delivery, signed with the key of an account with this client secret. */
function request(name: string, clientSecret = account['clientSecret'] ?? ''): HookRequest {
  const [secret = ''] = derivedSecrets(ekaCare, { clientSecret }, targetKey(targetUrl));
  const body = readFixture(ekaCare.id, name);
  const { headers } = signedDelivery({ platform: ekaCare, body, secret, time: Date.now() });
  return { method: 'POST', headers: { ...headers }, body };
}

function hook(name: string, inputData: Record<string, unknown>, as = authData, sent = request(name)) {
  const setting = { authData: as, inputData, subscribeData: { id: targetKey(targetUrl) } };
  return app.hook('any_event', { ...setting, zap: JSON.stringify(inputData) }, sent);
}

test('subscribes a trigger to its own event, and Any Event to those that the user names as well', async () => {
  await app.subscribe('appointment_statuschange', { authData, targetUrl });
  const inputData = { custom_events: ['abha.linked'] };
  await app.subscribe('any_event', { authData, targetUrl: `${targetUrl}2`, inputData });
  expect(simulator.platforms.ekaCare.webhooks.list()).toMatchObject([
    { event_names: ['appointment.statuschange'] },
    { event_names: [...ekaCare.events.map(({ type }) => type), 'abha.linked'] },
  ]);
});

test.each([
  ['receipt.created', { doctor_id: ['161467756044203'] }, 1],
  ['receipt.created', { doctor_id: ['1'] }, 0],
  ['appointment.updated', { clinic_id: ['67978400352a61001d64e9fb', '1'] }, 1],
  ['appointment.created', { clinic_id: ['1'] }, 0],
])('%s under %j makes so many items: %d', async (name, inputData, count) => {
  app.cache.reset();
  const run = await hook(name, inputData);
  expect(run).toMatchObject({ status: 'success', items: Array.from({ length: count }, () => ({})) });
});

test('takes what is signed with the key of the previous client secret', async () => {
  app.cache.reset();
  const rotated = { ...authData, previousClientSecret: account['clientSecret'] ?? '', clientSecret: 'new' };
  const before = await hook('prescription.updated', {}, rotated);
  expect(before).toMatchObject({ status: 'success', items: [{}] });
  const foreign = await hook('prescription.updated', {}, rotated, request('prescription.updated', 'foreign'));
  expect(foreign).toMatchObject({ status: 'halted' });
});

test('shows recent appointments as samples, in the shape of what is then delivered', async () => {
  const samples = await app.sample('appointment_created', { authData });
  app.cache.reset();
  const live = await hook('appointment.created', {});
  if (live.status !== 'success') throw new Error('The delivery was not taken.');
  const known = Object.keys(live.items[0] ?? {});
  expect(samples.length).toBeGreaterThan(1);
  for (const sample of samples) {
    expect(sample).toMatchObject({
      appointment_id: expect.any(String),
      trigger: { event: 'appointment.created', platform: 'eka-care' },
    });
    expect(Object.keys(sample).filter((field) => !known.includes(field))).toEqual([]);
  }
});

test('shows a recorded delivery as the sample of events that no list tells', async () => {
  const [sample] = await app.sample('receipt_created', { authData });
  expect(sample).toMatchObject({ receipt_id: 2579, trigger: { event: 'receipt.created' } });
});
