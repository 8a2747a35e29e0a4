import { type Connection, converse, ekaCare, type Exchange, type JsonObject } from '@carehooks/core';
import { call } from '../running.ts';
import { type EkaCareAccount, ekaCareAccounts } from './account.ts';

const open = ekaCareAccounts();

const day = 86_400_000;

function headersOf(connection: Connection): Record<string, string> {
  return ekaCare.api.authorize(connection);
}

/** Asks the API as a person with a terminal would. */
async function asking(account: EkaCareAccount) {
  const headers = headersOf(await account.login());
  return (path: string, options: { method?: string; json?: unknown } = {}) =>
    call<JsonObject>(`${account.connection['baseUrl']}${path}`, { headers, ...options });
}

describe('tokens', () => {
  test('are given for the right client', async () => {
    const account = await open({ settings: { login: { sharingKey: 'shared' } } });
    const before = Date.now();
    const { accessToken, expiresAt } = await account.login();
    expect(accessToken).toMatch(/^eka_at_/);
    expect(Date.parse(expiresAt ?? '') - before).toBeGreaterThanOrEqual(1_740_000);
    expect(Date.parse(expiresAt ?? '') - before).toBeLessThan(1_750_000);
    await expect(account.login({ ...account.connection, sharingSecret: 'shared' })).resolves.toBeDefined();
  });

  test.each([{ clientSecret: 'wrong' }, { clientId: 'wrong' }, { sharingSecret: 'wrong' }])(
    'are refused to %j',
    async (changed) => {
      const account = await open();
      const login = account.login({ ...account.connection, ...changed });
      await expect(login).rejects.toMatchObject({ code: 'api-unauthorized', facts: { status: 401 } });
    },
  );

  test('expire, and are given anew', async () => {
    const account = await open({ settings: { login: { tokenLifetime: 0.1 } } });
    const connection = await account.login();
    const path = `${connection['baseUrl']}/dr/v1/business/entities`;
    expect((await call(path, { headers: headersOf(connection) })).status).toBe(200);
    await new Promise((done) => setTimeout(done, 150));
    const late = await call(path, { headers: headersOf(connection) });
    expect(late).toMatchObject({ status: 401, body: { code: 401, error: 'Token expired' } });
    expect((await call(path, { headers: headersOf(await account.login()) })).status).toBe(200);
  });

  test('are refreshed once, by their owner', async () => {
    const account = await open();
    const { clientId = '', clientSecret, baseUrl } = account.connection;
    const json = { client_id: clientId, client_secret: clientSecret };
    const { body } = await call<Record<string, string>>(`${baseUrl}/connect-auth/v1/account/login`, { json });
    const refresh = (client: string) =>
      call<JsonObject>(`${baseUrl}/connect-auth/v1/account/refresh-token`, {
        json: { refresh_token: body['refresh_token'] },
        headers: { authorization: `Bearer ${body['access_token']}`, 'client-id': client },
      });
    expect(await refresh('someone')).toMatchObject({ status: 401, body: { code: 401 } });
    expect(await refresh(clientId)).toMatchObject({ status: 200, body: { expires_in: 1_800 } });
    expect((await refresh(clientId)).status).toBe(401);
  });

  test('last half an hour where the answer does not tell', async () => {
    const account = await open({ settings: { login: { tellLifetime: false } } });
    const { expiresAt } = await account.login();
    const lifetime = Date.parse(expiresAt ?? '') - Date.now();
    expect(lifetime).toBeGreaterThan(1_700_000);
    expect(lifetime).toBeLessThanOrEqual(1_800_000);
  });

  test('are asked for in the service’s own words', async () => {
    const { connection } = await open();
    const headers = { 'client-id': connection['clientId'] ?? '' };
    const ask = (path: string, own = headers) => call(`${connection['baseUrl']}${path}`, { headers: own });
    expect(await ask('/notification/v1/connect/webhook/subscriptions')).toMatchObject({
      status: 401,
      body: { error: { message: 'Unauthorized request', code: 'INVALID_REQUEST' } },
    });
    expect(await ask('/dr/v1/business/entities')).toMatchObject({
      status: 401,
      body: { message: 'Unauthorized' },
    });
    expect(await ask('/dr/v1/business/entities', { 'client-id': 'x' })).toMatchObject({
      status: 403,
      body: { message: 'Forbidden' },
    });
  });

  test('may be wanted in the header auth', async () => {
    const account = await open({ settings: { api: { tokenHeader: 'auth' } } });
    const connection = await account.login();
    const test = (as: Connection) => account.run(ekaCare.api.test(as), as);
    await expect(test(connection)).rejects.toMatchObject({ code: 'api-unauthorized' });
    expect(await test({ ...connection, sendAuthHeader: 'yes' })).toEqual({ label: 'Sample Clinics' });
  });
});

describe('records', () => {
  test('there is one for every id of the recorded deliveries', async () => {
    const account = await open();
    const connection = await account.login();
    const problems: string[] = [];
    for (const [event, body] of Object.entries(ekaCare.samples.fixtures)) {
      const entity = ekaCare.envelope.open(body)[0]?.entity ?? {};
      for (const [name, relation] of Object.entries(ekaCare.relations)) {
        const id = relation.id(entity);
        if (id === null) continue;
        const exchange: Exchange<unknown> = relation.fetch(id, connection);
        await account.run(exchange, connection).catch(() => problems.push(`${name} of ${event}`));
      }
    }
    expect(problems).toEqual([]);
  });

  test.each([
    ['/dr/v1/appointment/x', 404, { error: { code: 'NOT_FOUND', message: expect.any(String) } }],
    [
      '/dr/v1/patient/x',
      404,
      {
        error: { code: 'PATIENTS_NOT_FOUND', message: expect.any(String) },
        status_code: 404,
        success: false,
      },
    ],
    ['/dr/v1/doctor/x', 500, { data: {}, error: { code: 'INVALID_DATA', message: expect.any(String) } }],
    [
      '/dr/v1/business/clinic/x',
      404,
      { success: false, code: 'CLINIC_NOT_FOUND', message: expect.any(String) },
    ],
    ['/dr/v1/prescription/x', 404, undefined],
    ['/voice-record/api/status/x', 404, { message: expect.any(String) }],
    ['/dr/v2/anything', 404, { message: 'Not Found' }],
  ])('%s is answered with %d', async (path, status, body) => {
    const ask = await asking(await open());
    const answer = await ask(path);
    expect([answer.status, answer.body]).toEqual([status, body]);
  });

  test.each(Object.keys(ekaCare.relations))('an unknown %s is told from a fault', async (name) => {
    const account = await open();
    const relation = ekaCare.relations[name as keyof typeof ekaCare.relations];
    const exchange: Exchange<unknown> = relation.fetch('x', {});
    await expect(account.run(exchange)).rejects.toMatchObject({ code: 'api-not-found' });
  });

  test('doctors and clinics can be chosen', async () => {
    const account = await open();
    const doctors = await account.run(ekaCare.choices.doctors());
    expect(doctors).toContainEqual({ value: '174159057723920', label: expect.stringMatching(/^Dr\. /) });
    const clinics = await account.run(ekaCare.choices.clinics());
    expect(clinics).toContainEqual({ value: '67978400352a61001d64e9fb', label: expect.any(String) });
  });
});

describe('the list of appointments', () => {
  const dateOf = (time: number) => new Date(time + 5.5 * 3_600_000).toISOString().slice(0, 10);
  const week = `start_date=${dateOf(Date.now() - 6 * day)}&end_date=${dateOf(Date.now())}`;

  test('gives samples', async () => {
    const account = await open();
    const connection = await account.login();
    const list = ekaCare.samples.list(connection, Date.now());
    const bodies = await converse(list, account.client(connection));
    expect(bodies.length).toBeGreaterThan(3);
    const told = bodies.map((body) => ekaCare.envelope.open(body)[0]);
    expect(told.every((one) => one?.possible?.includes('appointment.created'))).toBe(true);
  });

  test.each([
    ['patient_id=174678912588458'],
    [week],
    [`${week}&doctor_id=174159057723920`],
    [`${week}&clinic_id=67978400352a61001d64e9fb`],
    [`${week}&clinic_id=67978400352a61001d64e9fb&doctor_id=174159057723920`],
  ])('takes %s', async (query) => {
    const ask = await asking(await open());
    const { status, body } = await ask(`/dr/v1/appointment?${query}&page_no=0`);
    expect(status).toBe(200);
    expect((body['appointments'] as JsonObject[]).length).toBeGreaterThan(0);
    expect((await ask(`/dr/v1/appointment?${query}&page_no=9`)).body).toEqual({ appointments: [] });
  });

  test.each([
    [''],
    ['doctor_id=1'],
    [`${week}&patient_id=1`],
    [`${week}&status=BK`],
    ['start_date=2026-01-01'],
    ['start_date=2026-01-01&end_date=2026-01-08'],
    ['start_date=2026-01-02&end_date=2026-01-01'],
    ['start_date=today&end_date=2026-01-01'],
    [`${week}&page_no=x`],
  ])('refuses "%s"', async (query) => {
    const ask = await asking(await open());
    expect(await ask(`/dr/v1/appointment?${query}`)).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_REQUEST_PARAMETERS' } },
    });
  });
});

describe('webhooks', () => {
  const path = '/notification/v1/connect/webhook/subscriptions';
  const json = { endpoint: 'https://x.example/1' };

  test('are registered once for each endpoint', async () => {
    const ask = await asking(await open());
    expect(await ask(path, { json })).toMatchObject({ status: 201, body: { id: '1', status: 'success' } });
    expect(await ask(path, { json })).toMatchObject({
      status: 400,
      body: { error: { message: 'requested endpoint is already registered', code: 'INVALID_REQUEST' } },
    });
    const { body } = await ask(path);
    expect(body).toMatchObject({ data: [{ ...json, signing_key: null }], msg: 'success' });
  });

  test('are deleted once', async () => {
    const ask = await asking(await open());
    await ask(path, { json });
    expect(await ask(`${path}/1`, { method: 'DELETE' })).toMatchObject({
      status: 200,
      body: { status: 'webhook deleted successfully', msg: 'success' },
    });
    expect(await ask(`${path}/1`, { method: 'DELETE' })).toMatchObject({
      status: 404,
      body: { error: { message: 'Webhook not found' } },
    });
  });

  test.each([
    ['an endpoint', { event_names: ['appointment.created'] }, 'endpoint: '],
    ['a protocol that there is', { ...json, protocol: 'ftp' }, 'protocol: '],
    ['fields that are documented', { ...json, events: ['appointment.created'] }, '"events"'],
  ])('need %s', async (_what, wanted, message) => {
    const ask = await asking(await open());
    expect(await ask(path, { json: wanted })).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_REQUEST', message: expect.stringContaining(message) } },
    });
    expect((await ask(path)).body).toMatchObject({ data: [] });
  });
});
