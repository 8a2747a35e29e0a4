import { derivedSecrets, larkmereDiary, targetKey } from '@carehooks/core';
import { readFixture, signedDelivery } from '@carehooks/core/testing';
import type { ZapierApp } from '@carehooks/harness/zapier';
import { type Simulator, startSimulator } from '@carehooks/simulator';
import { openBuiltApp } from './support/built-app.ts';

/** What is special to the built app of Larkmere Diary. */

const targetUrl = 'http://127.0.0.1:5678/hooks/standard/1/abc/';

let simulator: Simulator;
let app: ZapierApp;
let authData: Record<string, string>;

beforeAll(async () => {
  [simulator, app] = await Promise.all([startSimulator(), openBuiltApp('larkmere-diary')]);
  authData = { ...simulator.platforms.larkmereDiary.account.connection(simulator.url) };
});

afterAll(() => Promise.all([simulator.close(), app.close()]));

test('registers a hook for the Zap, and removes it', async () => {
  const { hooks } = simulator.platforms.larkmereDiary;
  const subscribeData = await app.subscribe('booking_moved', { authData, targetUrl });
  expect(hooks.list()).toMatchObject([{ url: targetUrl, events: ['booking.moved'] }]);
  await app.unsubscribe('booking_moved', { authData, targetUrl, subscribeData });
  expect(hooks.list()).toEqual([]);
});

test('makes an item of each event of a batch, with the client filled in', async () => {
  const [secret = ''] = derivedSecrets(larkmereDiary, authData, targetKey(targetUrl));
  const body = readFixture(larkmereDiary.id, 'batch');
  const sent = signedDelivery({ platform: larkmereDiary, body, secret, time: Date.now(), id: 'dlv_1' });
  const setting = {
    authData,
    inputData: { expand: ['client'] },
    subscribeData: { id: targetKey(targetUrl) },
  };
  const run = await app.hook('any_event', setting, { method: 'POST', headers: { ...sent.headers }, body });
  expect(run).toMatchObject({
    status: 'success',
    items: [
      { id: 'bkg_3190', client: { id: 'cli_208' }, trigger: { event: 'booking.created' } },
      { id: 'bkg_3171', client: { id: 'cli_094' }, trigger: { event: 'booking.cancelled' } },
    ],
  });
});
