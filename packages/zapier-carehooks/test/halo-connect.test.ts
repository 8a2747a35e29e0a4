import { haloConnect } from '@carehooks/core';
import { readFixture, signedDelivery } from '@carehooks/core/testing';
import type { HookRequest, ZapierApp } from '@carehooks/harness/zapier';
import { type Simulator, startSimulator } from '@carehooks/simulator';
import { openBuiltApp } from './support/built-app.ts';

/** What is special to the built app of Halo Connect. */

const secret = 'whsec_of_this_webhook';

let simulator: Simulator;
let app: ZapierApp;
let authData: Record<string, string>;

beforeAll(async () => {
  [simulator, app] = await Promise.all([startSimulator(), openBuiltApp('halo-connect')]);
  const connection = simulator.platforms.haloConnect.account.connection(simulator.url);
  authData = { ...connection, webhookSecret: secret };
});

afterAll(() => Promise.all([simulator.close(), app.close()]));

/** A recorded delivery, signed so many seconds ago. */
function request(name: string, age = 0, secretText = secret): HookRequest {
  const body = readFixture(haloConnect.id, name);
  const time = Date.now() - age * 1_000;
  const { headers } = signedDelivery({ platform: haloConnect, body, secret: secretText, time });
  return { method: 'POST', headers: { ...headers }, body };
}

const hook = (
  sent: HookRequest,
  inputData: Record<string, unknown> = {},
  as: Record<string, string> = authData,
) => app.hook('any_event', { authData: as, inputData }, sent);

test('the connection is tested and named after its site', async () => {
  expect(await app.call('authentication.test', { authData })).toMatchObject({
    label: 'Wattle Street Medical',
  });
  await expect(
    app.call('authentication.test', { authData: { ...authData, apiKey: 'wrong' } }),
  ).rejects.toThrow(/API key or token was not accepted/);
});

test('a delivery starts the Zap with the rows of its query', async () => {
  const run = await hook(request('async'), { expand: ['result', 'site'] });
  expect(run).toMatchObject({
    status: 'success',
    items: [{ result: { status: 'complete', source: 'async' }, trigger: { expansion: { result: 'ok' } } }],
  });
});

test.each([
  ['older than the window', () => request('async', 400), {}, 'older than the replay window'],
  ['ahead of it', () => request('async', -400), {}, 'lies in the future'],
  [
    'of another secret',
    () => request('async', 0, 'whsec_of_another'),
    {},
    'No signature of the delivery matches',
  ],
])('a delivery %s halts the Zap', async (_, sent, inputData, message) => {
  const run = await hook(sent(), inputData);
  expect(run).toMatchObject({ status: 'halted', message: expect.stringContaining(message) });
  expect(JSON.stringify(run)).not.toContain(secret);
});

test('the user may widen the window', async () => {
  expect(await hook(request('async', 400), { replay_window: 600 })).toMatchObject({ status: 'success' });
  expect(await hook(request('async', 4_000), { replay_window: 0 })).toMatchObject({ status: 'success' });
});

test.each([
  [{ site_id: '12345678-abcd-ef01-2345-6789abcdef01' }, 1],
  [{ site_id: 'another' }, 0],
  [{ webhook_source: 'registered' }, 0],
])('filtered by %j it makes so many items: %d', async (inputData, count) => {
  const run = await hook(request('async'), inputData);
  expect(run).toMatchObject({ status: 'success', items: Array.from({ length: count }, () => ({})) });
});

test('samples are there for every trigger, and a poll tells registered queries once each', async () => {
  for (const trigger of ['async', 'registered', 'any_event']) {
    const samples = await app.sample(trigger, { authData });
    expect(samples.length).toBeGreaterThan(0);
    for (const sample of samples) expect(sample).toMatchObject({ trigger: { platform: 'halo-connect' } });
  }
  const inputData = { look_back_hours: 24 * 365 * 20 };
  const items = await app.poll('updated_registered_query', { authData, inputData });
  expect(items.length).toBeGreaterThan(0);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
});
