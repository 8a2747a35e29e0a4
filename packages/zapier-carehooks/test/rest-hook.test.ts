import type { Bundle } from 'zapier-platform-core';
import { account, type ClinicApi, startClinicApi } from './support/clinic-api.ts';
import { call, connectionTo, deliveryOf, subscribeData } from './support/clinic-app.ts';

let api: ClinicApi;

beforeAll(async () => {
  api = await startClinicApi();
});

afterAll(() => api.close());

beforeEach(() => {
  api.calls.length = 0;
});

const receive = (bundle: Partial<Bundle>, trigger = 'appointment_created') =>
  call(trigger, 'perform', {
    authData: connectionTo(api.url, api.token),
    inputData: {},
    subscribeData,
    ...deliveryOf(),
    ...bundle,
  });

describe('a delivery to a webhook that we made', () => {
  test('is accepted by the secret that is derived again', async () => {
    await expect(receive({})).resolves.toMatchObject([
      { id: 'apt_9HRUhuDrE9x882Tgx2', trigger: { platform: 'clinic', verified: 'hmac-sha256' } },
    ]);
  });

  test('is accepted by the secret from before the client secret was changed', async () => {
    const authData = { ...connectionTo(api.url, api.token), clientSecret: 'new' };
    await expect(receive({ authData })).rejects.toMatchObject({ name: 'HaltedError' });
    const both = { ...authData, previousClientSecret: account.clientSecret };
    await expect(receive({ authData: both })).resolves.toHaveLength(1);
  });

  test.each([
    ['forged', {}, { forged: true }, 'No signature of the delivery matches'],
    ['unsigned', {}, { unsigned: true }, 'No signature was found'],
    ['for the URL of another Zap', { subscribeData: { id: 'f'.repeat(64) } }, {}, 'No signature of the'],
    ['when nothing tells the secret', { subscribeData: undefined }, {}, 'Switch the Zap off and on again'],
    ['when what tells it is empty', { subscribeData: { id: '' } }, {}, 'Switch the Zap off and on again'],
    ['when there is no client secret', { authData: { clientSecret: '' } }, {}, 'No webhook secret is set'],
  ])('halts the Zap %s', async (_title, bundle, options, message) => {
    await expect(receive({ ...deliveryOf(options), ...bundle })).rejects.toMatchObject({
      name: 'HaltedError',
      message: expect.stringContaining(message),
      doNotContextify: true,
    });
  });

  test('is never accepted unsigned, whatever the Zap says, nor by a secret of the Zap', async () => {
    const inputData = { accept_unsigned: true, webhook_secret: 'own' };
    await expect(receive({ inputData, ...deliveryOf({ unsigned: true }) })).rejects.toMatchObject({
      name: 'HaltedError',
    });
    await expect(receive({ inputData, subscribeData: undefined })).rejects.toMatchObject({
      name: 'HaltedError',
    });
    await expect(receive({ inputData, ...deliveryOf({ secret: 'own' }) })).rejects.toMatchObject({
      name: 'HaltedError',
    });
  });

  test.each([
    [{ doctor_id: ['pr_1', 'pr_2'] }, 0],
    [{ city: 'wigtown, Newton Stewart' }, 1],
    [{ city: 'wigtown' }, 0],
  ])('is let through by named filters: %j', async (inputData, count) => {
    await expect(receive({ inputData })).resolves.toHaveLength(count);
  });
});

describe('a webhook made by hand where we could make it', () => {
  const byHand = (bundle: Partial<Bundle>) =>
    receive({ subscribeData: undefined, ...bundle }, 'any_event_by_hand');

  test('is checked by the secret of the Zap', async () => {
    const delivery = deliveryOf({ secret: 'own' });
    await expect(byHand({ inputData: { webhook_secret: 'own' }, ...delivery })).resolves.toHaveLength(1);
    await expect(byHand({ inputData: { webhook_secret: 'else' }, ...delivery })).rejects.toMatchObject({
      name: 'HaltedError',
    });
    await expect(byHand(delivery)).rejects.toMatchObject({
      name: 'HaltedError',
      message: expect.stringContaining('Enter the secret that the platform showed'),
    });
  });
});

test('samples come through the mapper of live items', async () => {
  const items = await call('appointment_created', 'performList', {
    authData: connectionTo(api.url, api.token),
    inputData: {},
  });
  expect(items).toMatchObject([{ trigger: { platform: 'clinic', event: 'appointment.created' } }]);
});
