import {
  derivedSecrets,
  ensureSubscription,
  inspectSubscription,
  larkmereDiary,
  removeSubscription,
  targetKey,
} from '@carehooks/core';
import { clientFor } from '../client.ts';
import { running } from '../running.ts';

const start = running();
const targetUrl = 'http://127.0.0.1:5678/webhook/1';

async function open() {
  const simulator = await start.simulator();
  const platform = simulator.platforms.larkmereDiary;
  const connection = platform.account.connection(simulator.url);
  const client = clientFor(larkmereDiary, connection);
  const [secret = ''] = derivedSecrets(larkmereDiary, connection, targetKey(targetUrl));
  const { subscription } = larkmereDiary;
  const using = (events: readonly string[]) => ({ subscription, connection, targetUrl, events, secret });
  return {
    hooks: platform.hooks,
    secret,
    ensure: (...events: string[]) => ensureSubscription(using(events), client),
    inspect: async (...events: string[]) => (await inspectSubscription(using(events), client)).problems,
    remove: () => removeSubscription(using([]), client),
  };
}

test('creates a hook, and removes it', async () => {
  const { ensure, remove, hooks, secret } = await open();
  expect(await ensure('booking.created')).toBe('created');
  expect(hooks.list()).toMatchObject([
    { url: targetUrl, events: ['booking.created'], signing_key: secret, paused: false },
  ]);
  expect(await remove()).toBe(1);
  expect(hooks.list()).toEqual([]);
});

test('puts a hook right that someone has changed', async () => {
  const { ensure, inspect, hooks, secret } = await open();
  hooks.create({ url: targetUrl, events: ['booking.moved'], signing_key: 'k'.repeat(64), paused: true });
  expect(await inspect('booking.created')).toEqual(
    expect.arrayContaining(['disabled', 'events-differ', 'secret-unknown']),
  );
  expect(await ensure('booking.created')).toBe('updated');
  expect(hooks.list()).toMatchObject([{ events: ['booking.created'], signing_key: secret, paused: false }]);
});
