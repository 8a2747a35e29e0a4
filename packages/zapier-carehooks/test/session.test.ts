import type { Bundle } from 'zapier-platform-core';
import { patient } from './support/ally-api.ts';
import { account, type ClinicApi, startClinicApi } from './support/clinic-api.ts';
import {
  authenticate,
  call,
  clinicApp,
  connectionTo,
  deliveryOf,
  subscribeData,
  targetUrl,
} from './support/clinic-app.ts';

let api: ClinicApi;

beforeAll(async () => {
  api = await startClinicApi();
});

afterAll(() => api.close());

beforeEach(() => {
  api.fault = null;
  api.calls.length = 0;
});

const logIn = () =>
  authenticate('login', { ...account, baseUrl: api.url }) as Promise<Record<string, string>>;

/** The connection after Zapier has put in what the login gave back. */
const afterLogin = async () => ({ ...account, baseUrl: api.url, ...(await logIn()) });

describe('logging in', () => {
  test('gives what requests are authorised with, and until when', async () => {
    const before = Date.now();
    const { accessToken, expiresAt, loggedInAt } = await logIn();
    expect(accessToken).toBe(api.token);
    expect(Date.parse(expiresAt ?? '')).toBeGreaterThan(before + 3_000_000);
    expect(Date.parse(loggedInAt ?? '')).toBeGreaterThanOrEqual(before);
  });

  test('goes without the token of before', async () => {
    await authenticate('login', connectionTo(api.url, 'token_of_before'));
    expect(api.calls).toMatchObject([{ method: 'POST', url: '/login' }]);
    expect(api.calls[0]?.headers).not.toHaveProperty('authorization');
  });

  test('with a wrong secret says what to do, and does not ask for another login', async () => {
    const authData = { clientId: 'app', clientSecret: 'canary', baseUrl: api.url };
    const error = (await authenticate('login', authData).catch((thrown: unknown) => thrown)) as Error;
    expect(error).toMatchObject({ name: 'AppError', doNotContextify: true });
    expect(error.message).toContain('Check the API key in the credentials');
    expect(error.message).not.toContain('canary');
  });

  test('is declared with what it gives back, hidden from people', () => {
    const { type, fields = [] } = clinicApp.authentication ?? {};
    expect(type).toBe('session');
    const computed = fields.filter((field) => 'computed' in field).map(({ key }) => key);
    expect(computed).toEqual(['accessToken', 'expiresAt', 'loggedInAt']);
  });

  test('leads to a connection that is tested and named', async () => {
    await expect(authenticate('test', await afterLogin())).resolves.toEqual({ label: 'Harbour Clinic' });
  });
});

const expanding = (authData: Record<string, string>, inputData: Record<string, unknown> = {}) =>
  call('appointment_created', 'perform', {
    authData,
    inputData: { expand: ['patient'], ...inputData },
    subscribeData,
    ...deliveryOf(),
  });

const refresh = { name: 'RefreshAuthError', message: 'The login has expired.', doNotContextify: true };

describe('a token whose time is over', () => {
  const expired = () => ({ ...connectionTo(api.url, api.token), expiresAt: new Date(0).toISOString() });

  const works: ReadonlyArray<readonly [string, () => Promise<unknown>]> = [
    ['a delivery to expand', () => expanding(expired())],
    ['the test', () => authenticate('test', expired())],
    ['samples', () => call('any_event', 'performList', { authData: expired(), inputData: {} })],
    ['a list to choose from', () => call('list_doctors', 'perform', { authData: expired(), inputData: {} })],
    [
      'subscribing',
      () => call('any_event', 'performSubscribe', { authData: expired(), inputData: {}, targetUrl }),
    ],
    [
      'unsubscribing',
      () => call('any_event', 'performUnsubscribe', { authData: expired(), inputData: {}, targetUrl }),
    ],
  ];

  test.each(works)('has Zapier log in again for %s, and asks the API for nothing', async (_title, work) => {
    await expect(work()).rejects.toMatchObject(refresh);
    expect(api.calls).toEqual([]);
  });

  test('does not matter to a delivery that needs no request', async () => {
    const bundle: Partial<Bundle> = { authData: expired(), inputData: {}, subscribeData, ...deliveryOf() };
    await expect(call('appointment_created', 'perform', bundle)).resolves.toHaveLength(1);
  });
});

describe('a token that the API no longer takes', () => {
  test.each(['keep', 'fail'])(
    'has Zapier log in again before an item goes out with gaps (%s)',
    async (policy) => {
      const stale = connectionTo(api.url, 'stale');
      await expect(expanding(stale, { on_failure: policy })).rejects.toMatchObject(refresh);
      await expect(expanding(await afterLogin(), { on_failure: policy })).resolves.toMatchObject([
        { patient, trigger: { expansion: { patient: 'ok' } } },
      ]);
    },
  );

  test('just after a login is a refusal like any other, so that nobody logs in for ever', async () => {
    const connection = await afterLogin();
    api.fault = { status: 401 };
    await expect(expanding(connection)).resolves.toMatchObject([
      { trigger: { expansion: { patient: 'unauthorized' } } },
    ]);
    await expect(expanding(connection, { on_failure: 'fail' })).rejects.toMatchObject({
      name: 'AppError',
      message: expect.stringContaining('(patient) [HTTP 401]'),
    });
    await expect(authenticate('test', connection)).rejects.toMatchObject({ name: 'AppError' });
  });

  test('just after a login is not over either, whatever its time says', async () => {
    const connection = { ...(await afterLogin()), expiresAt: new Date(0).toISOString() };
    await expect(authenticate('test', connection)).resolves.toEqual({ label: 'Harbour Clinic' });
  });
});
