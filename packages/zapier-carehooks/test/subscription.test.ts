import { derivedSecrets } from '@carehooks/core';
import { clinic } from './support/clinic.ts';
import { account, type ClinicApi, startClinicApi } from './support/clinic-api.ts';
import { call, connectionTo, subscribeData, targetUrl } from './support/clinic-app.ts';

let api: ClinicApi;

beforeAll(async () => {
  api = await startClinicApi();
});

afterAll(() => api.close());

beforeEach(() => {
  api.webhooks.clear();
  api.fault = null;
  api.calls.length = 0;
});

const zap = (more: Record<string, unknown> = {}) => ({
  authData: connectionTo(api.url, api.token),
  inputData: {},
  targetUrl,
  ...more,
});

const subscribe = (trigger: string, more: Record<string, unknown> = {}) =>
  call(trigger, 'performSubscribe', zap(more));

const registered = () => [...api.webhooks.values()];

describe('switching a Zap on', () => {
  test('subscribes its own URL to its event, signed with the secret derived for it', async () => {
    await subscribe('appointment_created');
    const [secret] = derivedSecrets(clinic, account, subscribeData.id);
    expect(registered()).toMatchObject([{ targetUrl, events: ['appointment.created'], secret }]);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
  });

  test('leaves Zapier with the name of the URL and nothing else: no secret, and not what it is made of', async () => {
    const kept = await subscribe('appointment_created');
    expect(kept).toEqual(subscribeData);
    const secrets = [registered()[0]?.secret ?? '', account.clientSecret, api.token, targetUrl];
    for (const secret of secrets) expect(JSON.stringify(kept)).not.toContain(secret);
  });

  test('for any event subscribes to all, and to those that the user names', async () => {
    await subscribe('any_event', { inputData: { custom_events: ['visit.started', 'appointment.created'] } });
    const types = clinic.events.map(({ type }) => type);
    expect(registered()[0]?.events).toEqual([...types, 'visit.started']);
  });

  test('twice leaves one subscription, with the events of the second time', async () => {
    await subscribe('any_event', { inputData: { custom_events: ['visit.started'] } });
    await subscribe('any_event');
    await subscribe('any_event');
    expect(registered()).toHaveLength(1);
    expect(registered()[0]?.events).not.toContain('visit.started');
  });

  test('leaves the subscriptions of other Zaps alone', async () => {
    await subscribe('appointment_created', { targetUrl: `${targetUrl}2` });
    await subscribe('appointment_created');
    await call('appointment_created', 'performUnsubscribe', zap());
    expect(registered().map((webhook) => webhook.targetUrl)).toEqual([`${targetUrl}2`]);
  });
});

describe('switching a Zap on fails', () => {
  const failure = (more: Record<string, unknown> = {}) =>
    subscribe('appointment_created', more).catch((error: Error) => error);

  test('where the account may not, with what to do and without any data', async () => {
    api.fault = { status: 403, text: 'canary' };
    const error = (await failure()) as Error;
    expect(error).toMatchObject({ name: 'AppError', doNotContextify: true });
    expect(error.message).toContain('The API refuses access');
    expect(error.message).toContain('Ask an administrator');
    expect(error.message).not.toMatch(new RegExp(`canary|${account.clientSecret}|${api.token}|9/hooks`));
  });

  test('where the platform could never reach the URL, before it is asked for anything', async () => {
    const authData = { ...zap().authData, baseUrl: 'https://api.clinic.example.com' };
    expect(await failure({ authData })).toMatchObject({
      message: expect.stringMatching(/cannot reach the URL of this trigger.*Make this server reachable/),
    });
  });

  test('where there is nothing to derive a secret from', async () => {
    const authData = { ...zap().authData, clientSecret: '' };
    expect(await failure({ authData })).toMatchObject({
      message: expect.stringContaining('Reconnect the account and fill in all of its fields.'),
    });
    expect(api.calls).toEqual([]);
  });

  test('where Zapier gives no URL', async () => {
    expect(await failure({ targetUrl: undefined })).toMatchObject({
      message: expect.stringContaining('The app failed unexpectedly'),
    });
  });
});

describe('switching a Zap off', () => {
  const unsubscribe = () => call('appointment_created', 'performUnsubscribe', zap({ subscribeData }));

  test('removes its subscription', async () => {
    await subscribe('appointment_created');
    await unsubscribe();
    expect(registered()).toEqual([]);
  });

  test('succeeds where it is gone already', async () => {
    await expect(unsubscribe()).resolves.toEqual(subscribeData);
  });

  test('says so where the platform could not be asked', async () => {
    api.fault = { status: 400 };
    await expect(unsubscribe()).rejects.toMatchObject({ name: 'AppError' });
  });
});
