import { changedItems, converse, halo, type Item, sampleItems, type TriggerError } from '@carehooks/core';
import { clientFor } from '../client.ts';
import { call } from '../running.ts';
import { haloAccounts, logIn } from './account.ts';

const { open, start } = haloAccounts();

type Account = Awaited<ReturnType<typeof open>>;

function get<Body>(account: Account, path: string) {
  const headers = { ...halo.api.authorize(account.connection) };
  return call<Body>(`${account.simulator.url}/halo/api${path}`, { headers });
}

const codeOf = (error: TriggerError) => error.code;

describe('logging in', () => {
  it('finds tenant and address by itself, and asks no more than is needed', async () => {
    const { connection, platform, client } = await open();
    expect(connection['accessToken']).toMatch(/^halo_/);
    expect(Date.parse(connection['expiresAt'] ?? '') - Date.now()).toBeGreaterThan(3_500_000);
    expect(platform.requests.list().map(({ path }) => path)).toEqual([
      '/halo/api/authinfo',
      '/halo/auth/token',
    ]);
    expect(await converse(halo.api.test(connection), client)).toEqual({ label: client.base.host });
  });

  it('asks for nothing but the token where the tenant is known', async () => {
    const { platform } = await open({ login: { authInfo: 'off' } }, { tenant: 'carehooks' });
    expect(platform.requests.list()).toMatchObject([
      { path: '/halo/auth/token', query: { tenant: ['carehooks'] } },
    ]);
  });

  it('needs no tenant on a server of one’s own', async () => {
    const { platform } = await open({ login: { tenant: '' } });
    expect(platform.requests.list().at(-1)).toMatchObject({ query: {}, status: 200 });
  });

  it.each(['', '/api', '/api/', '/'])('takes the address with "%s" at its end', async (end) => {
    const simulator = await start.simulator();
    const entered = simulator.platforms.halo.account.connection(simulator.url);
    expect(await logIn({ ...entered, haloUrl: `${entered['haloUrl']}${end}` })).toHaveProperty('accessToken');
  });

  it('takes the authorisation server that the user entered', async () => {
    const simulator = await start.simulator();
    const entered = simulator.platforms.halo.account.connection(simulator.url);
    const authUrl = `${simulator.url}/halo/auth`;
    const connection = { ...entered, haloUrl: 'https://elsewhere.example.com', tenant: 'carehooks', authUrl };
    expect(await logIn(connection)).toHaveProperty('accessToken');
    expect(await logIn({ ...connection, authUrl: `${authUrl}/token/` })).toHaveProperty('accessToken');
  });

  it('sends the secret to no other host by itself, and says which setting is missing', async () => {
    const { platform, simulator } = await open({ login: { authInfo: 'elsewhere' } });
    const paths = platform.requests.list().map(({ path }) => path);
    expect(paths).toEqual(['/halo/api/authinfo', '/halo/auth/token']);
    platform.apiFaults.add({ fault: { kind: 'status', status: 404 }, path: '/auth' });
    const entered = platform.account.connection(simulator.url);
    expect(await logIn(entered).catch(codeOf)).toBe('login-elsewhere');
  });

  it.each([
    ['secret', { clientSecret: 'wrong' }, 'api-unauthorized'],
    ['client', { clientId: 'wrong' }, 'api-unauthorized'],
    ['tenant', { tenant: 'wrong' }, 'api-unauthorized'],
    ['scope', { scope: '' }, 'api-unauthorized'],
    ['path', { path: '/nowhere' }, 'api-not-found'],
  ])('tells that the %s is wrong', async (_what, wrong, code) => {
    const simulator = await start.simulator();
    const { haloUrl, ...entered } = simulator.platforms.halo.account.connection(simulator.url);
    const { path, ...changed }: Readonly<Record<string, string>> = { path: '', ...wrong };
    const connection = { ...entered, ...changed, haloUrl: `${haloUrl}${path}` };
    expect(await logIn(connection).catch(codeOf)).toBe(code);
  });

  it('is asked for again when the token is too old', async () => {
    const account = await open({ login: { tokenLifetime: 0 } });
    expect((await get(account, '/Status')).status).toBe(401);
  });
});

describe('errors', () => {
  it.each([
    ['a webhook without address', 'Webhook', [{ name: 'x' }], { '[0].url': expect.any(String) }],
    ['an unknown webhook', 'Webhook', [{ id: 'x', name: 'x' }], { '[0].id': expect.any(String) }],
    ['a notification of nothing', 'Notification', [{ eventno: 3 }], { '[0].webhook_id': expect.any(String) }],
    ['no list', 'Webhook', { url: 'https://example.com' }, { '[0].id': expect.any(String) }],
    [
      'several at once',
      'Webhook',
      [{ url: 'https://example.com/1' }, { url: 'https://example.com/2' }],
      { '[0].id': expect.any(String) },
    ],
  ])('name the field: %s', async (_what, path, json, body) => {
    const account = await open();
    const headers = { ...halo.api.authorize(account.connection) };
    const url = `${account.simulator.url}/halo/api/${path}`;
    expect(await call(url, { json, headers })).toMatchObject({ status: 400, body });
  });

  it.each([
    ['type', { type: 0 }],
    ['delivery_method', { delivery_method: 1 }],
  ])('a notification that is not for webhooks binds nothing: %s', async (field, changed) => {
    const account = await open();
    const { webhooks } = account.platform;
    const { id } = webhooks.create({ url: 'https://example.com/x' });
    const bound = { guid: null, webhook_id: id, eventno: 3, type: -2, delivery_method: 6 };
    const headers = { ...halo.api.authorize(account.connection) };
    const url = `${account.simulator.url}/halo/api/Notification`;
    expect(await call(url, { json: [{ ...bound, ...changed }], headers })).toMatchObject({
      status: 400,
      body: { [`[0].${field}`]: expect.any(String) },
    });
    expect(webhooks.notifications()).toEqual([]);
    expect((await call(url, { json: [bound], headers })).status).toBe(201);
  });

  it('a body is taken by its content type only', async () => {
    const account = await open();
    const { clientId = '', clientSecret = '' } = account.connection;
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
    const sent = { method: 'POST', headers: { 'content-type': 'text/plain' } };
    const login = await fetch(`${account.simulator.url}/halo/auth/token?tenant=carehooks`, {
      ...sent,
      body: String(new URLSearchParams({ ...form, scope: 'all' })),
    });
    expect([login.status, await login.json()]).toEqual([400, { error: 'invalid_request' }]);
    const made = await fetch(`${account.simulator.url}/halo/api/Webhook`, {
      ...sent,
      headers: { ...sent.headers, ...halo.api.authorize(account.connection) },
      body: JSON.stringify([{ url: 'https://example.com/x' }]),
    });
    expect(made.status).toBe(415);
    expect(account.platform.webhooks.list()).toEqual([]);
  });

  it('a login page instead of an answer means a wrong address', async () => {
    const { platform, connection, client } = await open();
    platform.apiFaults.add({ fault: { kind: 'html' } });
    expect(await converse(halo.api.test(connection), client).catch(codeOf)).toBe('api-answer-unexpected');
  });

  it('an event list in a webhook is dropped without a word', async () => {
    const account = await open();
    const headers = { ...halo.api.authorize(account.connection) };
    const json = [{ url: 'https://example.com/x', events: [{ eventno: 3 }] }];
    const { status } = await call(`${account.simulator.url}/halo/api/Webhook`, { json, headers });
    expect(status).toBe(201);
    expect(account.platform.webhooks.notifications()).toEqual([]);
  });

  it('a notification with the guid of another takes its place', async () => {
    const { platform } = await open();
    const { id } = platform.webhooks.create({ url: 'https://example.com/x' });
    const first = platform.webhooks.putNotification({ webhook_id: id, eventno: 3, guid: null });
    platform.webhooks.putNotification({ webhook_id: id, eventno: 76, guid: first.guid });
    expect(platform.webhooks.notifications()).toMatchObject([{ id: first.id, eventno: 76 }]);
  });
});

describe('records', () => {
  it.each([
    ['/Tickets?pageinate=true&page_size=2&page_no=1&order=id&orderdesc=true', [4253, 4252]],
    ['/Tickets?pageinate=true&page_size=2&page_no=2&order=id&orderdesc=true', [4251, 4242]],
    ['/Tickets?count=1', [4242]],
  ])('%s', async (path, ids) => {
    const { body } = await get<{ record_count: number; tickets: Array<{ id: number }> }>(await open(), path);
    expect(body.record_count).toBe(4);
    expect(body.tickets.map(({ id }) => id)).toEqual(ids);
  });

  it('actions need their ticket', async () => {
    const account = await open();
    expect((await get(account, '/Actions')).body).toEqual({ record_count: 0, actions: [] });
    expect((await get(account, '/Actions?ticket_id=4251')).body).toMatchObject({ record_count: 3 });
    expect((await get(account, '/Actions/1?ticket_id=4251')).status).toBe(200);
    expect((await get(account, '/Actions/1')).status).toBe(404);
  });

  it.each(['value2', 'id'] as const)(
    'the numbers of events are found in their field, here %s',
    async (eventNumber) => {
      const { client } = await open({ api: { eventNumber } });
      const offered = await converse(halo.choices.events(), client);
      expect(offered).toHaveLength(11);
      expect(offered).toContainEqual({ value: '3 New Ticket Logged', label: 'New Ticket Logged' });
    },
  );

  it.each(['statuses', 'ticketTypes', 'teams'] as const)('%s can be chosen from', async (name) => {
    const { client } = await open();
    const offered = await converse(halo.choices[name](), client);
    expect(offered.length).toBeGreaterThan(1);
    for (const choice of offered)
      expect(choice).toEqual({ value: expect.any(String), label: expect.any(String) });
  });
});

describe('samples', () => {
  const options = ({ connection, client }: Account) => ({
    ...({
      platform: halo,
      connection,
      relations: [],
      onFailure: 'keep',
      output: 'full',
      timeLimit: 5_000,
    } as const),
    ...{ http: client.http, clock: client.clock },
  });
  const numbers = (items: readonly Item[]) => items.map((item) => item['object_id']);

  it('are recent tickets where nothing was sent yet', async () => {
    const account = await open();
    expect(numbers(await sampleItems('new ticket logged', options(account)))).toEqual([4253, 4252, 4251]);
    expect(numbers(await sampleItems('closed', options(account)))).toEqual([4242]);
    expect(await sampleItems('ticket deleted', options(account))).toHaveLength(1);
  });

  it('are what our webhook was truly sent', async () => {
    const account = await open();
    const { platform } = account;
    const receiver = await start.receiver();
    platform.account.register(receiver.url);
    await platform.fire('ticket status changed', { entityId: '4252' }).settled();
    await platform.fire('ticket status changed', { fixture: 'batch' }).settled();
    const items = await sampleItems('ticket status changed', options(account));
    expect(numbers(items)).toEqual([4253, 4252, 4253]);
    expect(items[0]?.trigger).toMatchObject({ deliveryId: expect.any(String), eventFrom: 'body' });
  });

  it('do without admin rights', async () => {
    const account = await open({ permissions: { admin: false } });
    expect(await sampleItems('new ticket logged', options(account))).toHaveLength(3);
    await expect(changedItems('2026-01-01', options(account))).rejects.toThrow('cannot be polled');
  });
});

it('a client of the wrong base is told', async () => {
  const account = await open();
  const client = clientFor(halo, account.connection, `${account.simulator.url}/halo/nowhere`);
  expect(await converse(halo.api.test(account.connection), client).catch(codeOf)).toBe('api-not-found');
});
