import { complete, converse, haloConnect, type JsonObject } from '@carehooks/core';
import { call, running } from '../running.ts';

const start = running();
const site = '12345678-abcd-ef01-2345-6789abcdef01';
const asyncId = 'abcdef01-2345-6789-abcd-ef0123456789';
const registeredId = 'd8d667d9-1234-abcd-56ef-1234567890ab';
const headers = { 'ocp-apim-subscription-key': 'production_carehooks' };

async function open(settings = {}) {
  const simulator = await start.simulator({ haloConnect: { settings } });
  const platform = simulator.platforms.haloConnect;
  const sites = `${simulator.url}/halo-connect/production/integrator/sites`;
  const get = (path: string, sent: Record<string, string> = headers) =>
    call<JsonObject>(`${sites}/${site}${path}`, { headers: sent });
  const send = (path: string, json: unknown) =>
    call<JsonObject>(`${sites}/${site}${path}`, { headers, json });
  return { simulator, platform, sites, get, send };
}

type Open = Awaited<ReturnType<typeof open>>;

/** The item that the core makes of an event, with everything expanded. */
async function expand({ simulator, platform }: Open, queryId: string, webhookSource: string) {
  const connection = platform.account.connection(simulator.url);
  const entity = { id: 'd_1', siteId: site, queryId, webhookSource };
  const facts = { type: webhookSource, typeFrom: 'body', occurredAt: null, deliveryId: 'd_1' } as const;
  const [item] = await complete(
    [
      {
        ...{ id: 'd_1', platform: haloConnect.id, entity, around: {}, ...facts },
        ...{ receivedAt: Date.now(), verified: 'none', signatureHeader: null },
      },
    ],
    {
      ...{ platform: haloConnect, connection, relations: ['result', 'query', 'site'] },
      ...{ onFailure: 'keep', output: 'full', timeLimit: 5_000, http: httpWith(connection), clock },
    },
  );
  return item;
}

const clock = {
  now: () => Date.now(),
  sleep: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
};

function httpWith(connection: Readonly<Record<string, string>>) {
  return async ({ method, url, headers: asked }: { method: string; url: string; headers: object }) => {
    const sent = { ...asked, ...haloConnect.api.authorize(connection) };
    const answer = await fetch(url, { method, headers: sent });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  };
}

describe('authorisation', () => {
  test.each([
    [{}, 403, 'missing subscription key'],
    [{ 'ocp-apim-subscription-key': 'other' }, 401, 'invalid subscription key'],
    [{ 'ocp-apim-subscription-key': 'stage_carehooks' }, 401, 'invalid subscription key'],
  ])('%j is answered with %d', async (sent, status, message) => {
    const { get } = await open();
    const answer = await get('', sent as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.body['error']).toMatchObject({ status, message: expect.stringContaining(message) });
  });

  test('an address that is not on the list is refused, with and without the wrapper', async () => {
    const { get, platform } = await open({ api: { access: 'ip-not-allowed' } });
    const error = { status: 403, statusText: 'Forbidden', message: 'Caller Ip Not Allowed' };
    expect(await get('')).toMatchObject({ status: 403, body: { error } });
    platform.settings.update({ api: { errorWrapper: false } });
    expect((await get('')).body).toEqual(error);
    platform.settings.update({ api: { access: 'quota-used-up' } });
    expect(await get('')).toMatchObject({ status: 403, body: { message: expect.stringContaining('quota') } });
  });

  test('more requests than the limit are put off', async () => {
    const { get } = await open({ api: { rateLimit: 2 } });
    const statuses = [(await get('')).status, (await get('')).status];
    const third = await get('');
    expect([...statuses, third.status]).toEqual([200, 200, 429]);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('the core takes the demo account', async () => {
    const { simulator, platform } = await open();
    const connection = platform.account.connection(simulator.url);
    const base = new URL(haloConnect.api.baseUrl(connection));
    const client = { base, http: httpWith(connection), clock, deadline: Date.now() + 5_000 };
    expect(await converse(haloConnect.api.test(connection), client)).toEqual({
      label: 'Wattle Street Medical',
    });
    expect(await converse(haloConnect.choices.queries(connection), client)).toEqual([
      { value: registeredId, label: 'Appointments today' },
    ]);
  });
});

describe('results', () => {
  test('of async queries come in pages, which the core puts together', async () => {
    const opened = await open();
    const item = await expand(opened, asyncId, 'async');
    expect(item?.trigger.expansion).toEqual({ result: 'ok', query: 'ok', site: 'ok' });
    expect(item).toMatchObject({
      result: { status: 'complete', rowCount: 25, rowsTotal: 25, pageCount: 3, pagesTotal: 3 },
      query: { mode: 'async', status: 'successful' },
      site: { name: 'Wattle Street Medical' },
    });
    expect(opened.platform.requests.list({ path: '/results/3' })).toHaveLength(1);
  });

  test('of registered queries come in one piece', async () => {
    const item = await expand(await open(), registeredId, 'registered');
    expect(item).toMatchObject({
      result: { status: 'complete', rowCount: 3, source: 'registered' },
      query: { name: 'Appointments today', lastHash: expect.any(String) },
    });
  });

  test.each([
    [{ lastPage: 'uploading' }, { status: 'partial', missing: 'unfinished', rowCount: 20 }],
    [{ expired: true }, { status: 'expired', rowCount: 0, pagesTotal: 3 }],
    [{ pageRows: 100 }, { status: 'complete', pageCount: 1 }],
  ])('under %j are told as they are', async (results, result) => {
    expect(await expand(await open({ results }), asyncId, 'async')).toMatchObject({ result });
  });

  test('that are text stay text', async () => {
    const opened = await open({ results: { pageRows: 1 } });
    opened.platform.finish('production', asyncId, 'id;name\n1;Zoë');
    expect(await expand(opened, asyncId, 'async')).toMatchObject({
      result: { rows: [], text: 'id;name\n1;Zoë', pageCount: 2 },
    });
  });
});

describe('queries', () => {
  const registration = {
    ...{ name: 'New', registeredQueryType: 'query', frequency: 60, duration: 86_400 },
    registerCommand: { command: { text: 'SELECT 1' } },
  };

  test('are registered, run, shown and cancelled', async () => {
    const { get, send, sites, platform } = await open();
    const { status, body } = await send('/queries/registered', registration);
    expect(status).toBe(202);
    const path = `/queries/registered/${String(body['id'])}`;
    platform.run('production', String(body['id']), [{ id: 1 }]);
    expect((await get(path)).body).toMatchObject({ status: 'enabled', lastHash: expect.any(String) });
    expect((await call(`${sites}/${site}${path}`, { method: 'DELETE', headers })).status).toBe(204);
    expect((await get(path)).body).toMatchObject({ status: 'cancelled' });
    expect((await get('/queries/registered')).body['registeredQueries']).toHaveLength(2);
  });

  test.each([{ ...registration, duration: 86_401 }, { name: 'New' }])(
    '%j is no registration',
    async (json) => {
      const { send } = await open();
      expect(await send('/queries/registered', json)).toMatchObject({
        status: 400,
        body: { error: { status: 400 } },
      });
    },
  );

  test.each(['/queries/nothing', `/queries/${asyncId}/results/4`, '/queries/registered/nothing', '/nothing'])(
    '%s is not found',
    async (path) => {
      const { get } = await open();
      expect(await get(path)).toMatchObject({ status: 404, body: { error: { statusText: 'Not Found' } } });
    },
  );
});
