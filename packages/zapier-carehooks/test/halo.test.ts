import { derivedSecrets, halo, type JsonObject, targetKey } from '@carehooks/core';
import { signedDelivery } from '@carehooks/core/testing';
import type { ZapierApp } from '@carehooks/harness/zapier';
import { type Simulator, startSimulator } from '@carehooks/simulator';
import { openBuiltApp } from './support/built-app.ts';

/** What is special to the built app of HALO. */

const targetUrl = 'http://127.0.0.1:5678/hooks/standard/1/abc/';

let simulator: Simulator;
let app: ZapierApp;
let account: Record<string, string>;
let authData: Record<string, string>;

beforeAll(async () => {
  [simulator, app] = await Promise.all([startSimulator(), openBuiltApp('halo')]);
  account = { ...simulator.platforms.halo.account.connection(simulator.url) };
  const token = await app.call('authentication.sessionConfig.perform', { authData: account });
  authData = { ...account, ...(token as object) };
});

afterAll(() => Promise.all([simulator.close(), app.close()]));

afterEach(() => {
  simulator.platforms.halo.webhooks.clear();
  app.cache.reset();
});

/** Any Event with a body that has the password of the Zap's webhook. */
function hook(body: JsonObject | JsonObject[], inputData: Record<string, unknown> = {}) {
  const [secret = ''] = derivedSecrets(halo, account, targetKey(targetUrl));
  const { headers, body: bytes } = signedDelivery({ platform: halo, body, secret });
  return app.hook(
    'any_event',
    { authData, inputData, subscribeData: { id: targetKey(targetUrl) }, zap: JSON.stringify(inputData) },
    { method: 'POST', headers: { ...headers }, body: Buffer.from(bytes) },
  );
}

test('subscribes a trigger to its own event, and Any Event to those with a number as well', async () => {
  const { webhooks } = simulator.platforms.halo;
  await app.subscribe('event_1st_sla_warning', { authData, targetUrl });
  expect(webhooks.list()).toMatchObject([{ url: targetUrl, basic_username: 'carehooks' }]);
  expect(webhooks.notifications()).toMatchObject([{ eventno: 42 }]);
  webhooks.clear();
  const inputData = { custom_events: ['5 Ticket Reassigned'] };
  await app.subscribe('any_event', { authData, targetUrl, inputData });
  const numbers = webhooks.notifications().map(({ eventno }) => eventno);
  expect(numbers).toEqual([...halo.events.map(({ code }) => Number(code)), 5]);
});

test('makes one item of each part of a batch, and fetches each client once', async () => {
  const part = (id: number, client: number) => ({
    ...{ event: 'closed', object_id: id },
    ticket: { id, client_id: client },
  });
  simulator.platforms.halo.requests.clear();
  const run = await hook([part(1, 12), part(2, 14), part(3, 12)], { expand: ['client'] });
  const rosewood = { client: { id: 12, name: 'Rosewood House Care' } };
  expect(run).toMatchObject({ status: 'success', items: [rosewood, { client: { id: 14 } }, rosewood] });
  expect(simulator.platforms.halo.requests.list()).toHaveLength(2);
});

test('leaves private notes out unless they are asked for', async () => {
  const body = { event: 'closed', object_id: 4251 };
  const without = await hook(body, { expand: ['actions'] });
  expect(without).toMatchObject({ items: [{ actions: [{ id: 2 }, { id: 1 }] }] });
  app.cache.reset();
  const asked = { expand: ['actions'], include_private_notes: 'yes' };
  expect(await hook(body, asked)).toMatchObject({ items: [{ actions: [{ id: 3 }, { id: 2 }, { id: 1 }] }] });
});

test('shows recent tickets as samples', async () => {
  const samples = await app.sample('new_ticket_logged', { authData });
  expect(samples).toMatchObject([{ object_id: 4253 }, { object_id: 4252 }, { object_id: 4251 }]);
});
