import { type ApiSubscription, derivedSecrets, targetKey } from '@carehooks/core';
import { fixtureDelivery, fixtureNames, fixtureSecret } from '@carehooks/core/testing';
import type { HookRequest, ZapierApp } from '@carehooks/harness/zapier';
import { type SimulatedPlatform, type Simulator, startSimulator } from '@carehooks/simulator';
import { choiceListKey, toKey } from '../src/triggers/names.ts';
import { apps, platformOf } from './support/apps.ts';
import { openBuiltApp } from './support/built-app.ts';
import { type Receiver, startReceiver } from './support/receiver.ts';

/** The built apps whose webhooks are made by API, from the first login to the end of the subscription. */
const apiApps = apps.filter((app) => platformOf(app).subscription.mode === 'api');

let simulator: Simulator;
let receiver: Receiver;

beforeAll(async () => {
  [simulator, receiver] = await Promise.all([startSimulator({ clockFactor: 1_000 }), startReceiver()]);
});

afterAll(() => Promise.all([simulator.close(), receiver.close()]));

describe.each(apiApps)('the app of %s', (id) => {
  const platform = platformOf(id);
  const subscription = platform.subscription as ApiSubscription;
  const hasLogin = platform.api.session !== undefined;
  const { type = '' } = platform.events[0] ?? {};
  let app: ZapierApp;
  let simulated: SimulatedPlatform;
  let account: Record<string, string>;
  let authData: Record<string, string>;

  async function logIn(connection: Record<string, string>): Promise<Record<string, string>> {
    if (!hasLogin) return connection;
    const token = await app.call('authentication.sessionConfig.perform', { authData: connection });
    return { ...connection, ...(token as object) };
  }

  const subscribe = () => app.subscribe('any_event', { authData, targetUrl: receiver.url });
  const unsubscribe = () =>
    app.unsubscribe('any_event', { authData, targetUrl: receiver.url, subscribeData: undefined });

  /** Has the platform tell of an event, and gives what arrives. */
  async function deliver(): Promise<HookRequest[]> {
    receiver.clear();
    simulated.fire(type);
    await simulator.settled();
    return [...receiver.requests];
  }

  beforeAll(async () => {
    app = await openBuiltApp(id);
    const found = Object.values(simulator.platforms).find((one) => one.id === id);
    if (found === undefined) throw new Error(`The simulator has no platform ${id}.`);
    simulated = found;
    account = { ...simulated.account.connection(simulator.url) };
    authData = await logIn(account);
  });

  afterAll(() => app.close());

  beforeEach(() => {
    app.cache.reset();
    app.logs.length = 0;
    simulated.apiFaults.clear();
  });

  afterEach(async () => {
    simulated.apiFaults.clear();
    await unsubscribe();
  });

  test('tests and names the connection', async () => {
    const { label } = (await app.call('authentication.test', { authData })) as { label: string };
    expect(label).toMatch(/./);
  });

  test('subscribes, receives what the platform then sends, and unsubscribes', async () => {
    const subscribeData = await subscribe();
    const [request = {}] = await deliver();
    const run = await app.hook('any_event', { authData, subscribeData }, request);
    expect(run).toMatchObject({ status: 'success', items: [{ trigger: { platform: id } }] });
    await unsubscribe();
    expect(await deliver()).toEqual([]);
    await unsubscribe();
  });

  test('tells Zapier no secret: not in what it keeps, nor in its log', async () => {
    authData = await logIn(account);
    const subscribeData = await subscribe();
    expect(subscribeData).toEqual({ id: targetKey(receiver.url) });
    const [secret = ''] = derivedSecrets(platform, account, targetKey(receiver.url));
    const told = JSON.stringify([subscribeData, app.logs]);
    expect(JSON.stringify(app.logs)).toContain(' POST ');
    const parts = secret.split(':').filter((part) => part.length > 12);
    const token = hasLogin ? [authData['accessToken'] ?? ''] : [];
    const [root = ''] = subscription.rootSecrets(account);
    for (const text of [...parts, ...token, root]) {
      expect(text).toMatch(/./);
      expect(told).not.toContain(text);
    }
  });

  test('runs a Zap once for a delivery that comes twice', async () => {
    const subscribeData = await subscribe();
    const [request = {}] = await deliver();
    const receive = () => app.hook('any_event', { authData, subscribeData }, request);
    expect(await receive()).toMatchObject({ status: 'success', items: [{}] });
    expect(await receive()).toEqual({ status: 'success', items: [] });
    expect(app.cache.keys()).toEqual([expect.stringMatching(/^seen_[0-9a-f]{64}$/)]);
  });

  test('halts the Zap for what is forged, for another Zap, or nobody knows for whom', async () => {
    const subscribeData = await subscribe();
    const [request = {}] = await deliver();
    const body = Buffer.concat([Buffer.from(request.body ?? []), Buffer.from(' ')]);
    const headers = { ...request.headers, authorization: 'Basic Y2FyZWhvb2tzOmZvcmdlZA==' };
    const runs = await Promise.all([
      app.hook('any_event', { authData, subscribeData }, { ...request, body, headers }),
      app.hook('any_event', { authData, subscribeData: { id: targetKey('https://other') } }, request),
      app.hook('any_event', { authData }, request),
    ]);
    expect(runs.map(({ status }) => status)).toEqual(['halted', 'halted', 'halted']);
    expect(runs[2]).toMatchObject({ message: expect.stringContaining('Switch the Zap off and on again') });
  });

  test('has samples for every event in the shape of live items', async () => {
    for (const { type: event } of platform.events.slice(0, 3)) {
      const [item] = await app.sample(toKey(event), { authData });
      expect(item).toMatchObject({ id: expect.anything(), trigger: { platform: id } });
    }
  });

  test('fills drop-downs', async () => {
    const lists = Object.keys(platform.choices ?? {});
    for (const list of lists) {
      const choices = await app.poll(choiceListKey(list), { authData });
      expect(choices.length).toBeGreaterThan(0);
      for (const choice of choices) {
        expect(choice).toEqual({ id: expect.stringMatching(/./), name: expect.stringMatching(/./) });
      }
    }
  });

  if (hasLogin) {
    test('logs in', () => {
      expect(authData).toMatchObject({
        accessToken: expect.stringMatching(/./),
        expiresAt: expect.any(String),
      });
    });

    test('logs in again when its token no longer counts, and then does what it was asked to', async () => {
      const longAgo = { ...authData, loggedInAt: new Date(0).toISOString(), accessToken: 'revoked' };
      const attempt = app.subscribe('any_event', { authData: longAgo, targetUrl: receiver.url });
      await expect(attempt).rejects.toMatchObject({
        name: 'RefreshAuthError',
        message: 'The login has expired.',
      });
      const renewed = await logIn(longAgo);
      expect(renewed['accessToken']).not.toBe('revoked');
      const done = app.subscribe('any_event', { authData: renewed, targetUrl: receiver.url });
      await expect(done).resolves.toEqual({ id: targetKey(receiver.url) });
    });
  }

  test('says what to do when the account may not make webhooks, without any data', async () => {
    simulated.apiFaults.add({ fault: { kind: 'status', status: 403, message: 'canary' } });
    const error = (await subscribe().catch((thrown: unknown) => thrown)) as Error;
    expect(error).toMatchObject({
      name: 'AppError',
      message: expect.stringContaining('Ask an administrator'),
    });
    expect(error.message).not.toContain('canary');
  });
});

const byHand = apiApps.filter(
  (app) => (platformOf(app).subscription as ApiSubscription).manual !== undefined,
);

test.each(byHand)(
  'the app of %s takes deliveries to a webhook made by hand by the secret of the Zap',
  async (id) => {
    const app = await openBuiltApp(id);
    const [name = ''] = fixtureNames(id);
    const { headers, body } = fixtureDelivery(id, name);
    const receive = (webhook_secret: string) =>
      app.hook('any_event_by_hand', { inputData: { webhook_secret } }, { headers, body });
    const runs = [await receive(fixtureSecret(platformOf(id))), await receive('someone:else')];
    await app.close();
    expect(runs).toMatchObject([{ status: 'success', items: [{}] }, { status: 'halted' }]);
  },
);
