import { ekaCare, type JsonValue } from '../../../src/index.ts';
import { fixtureTime, type Routes } from '../../../src/testing/index.ts';
import { scriptedClient } from '../../scripted-client.ts';

const { api, choices, samples } = ekaCare;

const account = { clientId: 'c1', clientSecret: 's1' };

const scripted = (routes: Routes) => scriptedClient('https://api.eka.care', routes);

const loginRoute = 'POST /connect-auth/v1/account/login';

describe('the login', () => {
  test.each([
    [{ access_token: 'jwt', expires_in: 1800 }, '2026-01-15T09:59:00.000Z'],
    [{ access_token: 'jwt', expires_in: '600' }, '2026-01-15T09:39:00.000Z'],
    [{ access_token: 'jwt' }, '2026-01-15T09:59:00.000Z'],
  ])('keeps the token of %j until a minute before its end', async (json, expiresAt) => {
    const { run, requests } = scripted({ [loginRoute]: { json } });
    expect(await run(api.session.login(account, fixtureTime))).toEqual({ accessToken: 'jwt', expiresAt });
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ client_id: 'c1', client_secret: 's1' });
  });

  test('sends the sharing key where there is one', async () => {
    const { run, requests } = scripted({ [loginRoute]: { json: { access_token: 'jwt', expires_in: 1800 } } });
    await run(api.session.login({ ...account, sharingSecret: 'shared' }, fixtureTime));
    expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({ sharing_key: 'shared' });
  });

  test.each([
    [{ status: 401, json: { code: 401, error: 'Invalid credentials' } }, 'api-unauthorized'],
    [{ json: { token: 'jwt' } }, 'api-answer-unexpected'],
    [{ json: null }, 'api-answer-unexpected'],
  ])('fails on %j', async (answer, code) => {
    const { run } = scripted({ [loginRoute]: answer });
    await expect(run(api.session.login(account, fixtureTime))).rejects.toMatchObject({ code });
  });
});

test('authorises calls with token and client, and in the header auth on request', () => {
  const connection = { ...account, accessToken: 'jwt' };
  expect(api.authorize(connection)).toEqual({ 'client-id': 'c1', authorization: 'Bearer jwt' });
  expect(api.authorize({ ...connection, sendAuthHeader: 'yes' })).toEqual({
    'client-id': 'c1',
    authorization: 'Bearer jwt',
    auth: 'jwt',
  });
  expect(api.authorize(account)).toEqual({ 'client-id': 'c1' });
  expect(api.authorize({})).toEqual({});
});

test.each([
  [{}, 'https://api.eka.care', 'live'],
  [{ environment: 'production', baseUrl: 'https://x.example' }, 'https://api.eka.care', 'live'],
  [{ environment: 'stage' }, 'https://api.dev.eka.care', 'test'],
  [{ environment: 'custom', baseUrl: 'https://api-dev.eka.care' }, 'https://api-dev.eka.care', null],
  [{ environment: 'custom' }, '', null],
])('with %j calls %s', (connection, url, environment) => {
  expect(api.baseUrl(connection)).toBe(url);
  expect(api.environment(connection)).toBe(environment);
});

describe('the business', () => {
  const entities: JsonValue = {
    status_code: 200,
    success: true,
    data: {
      clinics: [{ clinic_id: 'c1', name: 'Skin clinic', doctors: ['d1'] }, { clinic_id: 'c2' }],
      doctors: [{ name: 'Dr. GP', doctor_id: 'd1', pic: 'https://a.example/1' }, { name: 'Nobody' }],
      business: { business_id: 'b1', name: 'Skin and More' },
    },
  };
  const route = 'GET /dr/v1/business/entities';

  test('names the account', async () => {
    const { run } = scripted({ [route]: { json: entities } });
    expect(await run(api.test(account))).toEqual({ label: 'Skin and More' });
    expect(await run(api.test({ ...account, environment: 'stage' }))).toEqual({
      label: 'Skin and More (stage)',
    });
  });

  test('gives doctors and clinics to choose from', async () => {
    const { run } = scripted({ [route]: { json: entities } });
    expect(await run(choices.doctors())).toEqual([{ value: 'd1', label: 'Dr. GP' }]);
    expect(await run(choices.clinics())).toEqual([
      { value: 'c1', label: 'Skin clinic' },
      { value: 'c2', label: 'c2' },
    ]);
  });

  test('is not taken from an error that comes as a success', async () => {
    const { run } = scripted({ [route]: { json: { success: false, code: 'X', message: 'No' } } });
    await expect(run(api.test(account))).rejects.toMatchObject({ code: 'api-answer-unexpected' });
  });
});

test('lists the appointments of the last seven days in India as deliveries, newest first', async () => {
  const told = { doctor_id: 'd1', patient_id: 'p1', clinic_id: 'c1', status: 'BK' };
  const row = { ...told, start_time: 9, channel: 'Walkin' };
  const appointments = [
    { ...row, appointment_id: 'old', created_at: 1768000000 },
    { ...row, appointment_id: 'written as a date', created_at: '2026-01-12T00:00:00Z' },
    { ...row, appointment_id: 'new', created_at: 1768400000 },
  ];
  const { run, calls } = scripted({ 'GET /dr/v1/appointment': { json: { appointments } } });
  // Half past midnight of the 16th in India.
  const bodies = await run(samples.list(account, Date.parse('2026-01-15T19:00:00Z')));
  expect(calls).toEqual(['GET /dr/v1/appointment?start_date=2026-01-10&end_date=2026-01-16&page_no=0']);
  expect(bodies).toEqual([
    {
      service: 'appointment',
      event_time: 1768400000,
      data: { ...told, appointment_id: 'new', created_at: 1768400000 },
    },
    expect.objectContaining({ data: expect.objectContaining({ appointment_id: 'written as a date' }) }),
    expect.objectContaining({ data: expect.objectContaining({ appointment_id: 'old' }) }),
  ]);
});
