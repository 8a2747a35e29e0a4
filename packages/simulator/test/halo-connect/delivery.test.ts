import { accept, haloConnect, type JsonObject } from '@carehooks/core';
import { call, running } from '../running.ts';

const start = running();
const asyncId = 'abcdef01-2345-6789-abcd-ef0123456789';
const siteId = '12345678-abcd-ef01-2345-6789abcdef01';
const headers = { 'ocp-apim-subscription-key': 'production_carehooks' };
const registeredId = 'd8d667d9-1234-abcd-56ef-1234567890ab';

async function open(settings = {}, ...reactions: number[]) {
  const simulator = await start.simulator({ haloConnect: { settings }, clockFactor: 1_000_000 });
  const receiver = await start.receiver(...reactions);
  return { simulator, receiver, platform: simulator.platforms.haloConnect };
}

describe('a webhook', () => {
  test('is one for an environment, set up by support, with the variables of its URL filled in', async () => {
    const { simulator, receiver } = await open();
    const support = `${simulator.url}/halo-connect/support/webhooks/production`;
    const url = `${receiver.url}?siteId={siteId}&queryId={queryId}&source={source}`;
    expect((await call(support)).status).toBe(404);
    const first = await call<JsonObject>(support, {
      method: 'PUT',
      json: { url: 'https://other.example.org' },
    });
    const second = await call<JsonObject>(support, { method: 'PUT', json: { url } });
    expect(second.body['secret']).toBe(first.body['secret']);
    expect((await call(support)).body).toEqual({ id: 'production', url, registeredUrl: url });
    const { haloConnect: platform } = simulator.platforms;
    await platform.fire('async', { entityId: asyncId }).settled();
    expect(receiver.deliveries[0]?.query).toEqual({ siteId, queryId: asyncId, source: 'async' });
    expect((await call(support, { method: 'DELETE' })).status).toBe(204);
    expect(platform.fire('async').deliveries).toEqual([]);
  });

  test('may have another URL for registered queries', async () => {
    const { receiver, platform } = await open();
    platform.webhooks.set('stage', { url: 'http://127.0.0.1:9/', registeredUrl: receiver.url });
    await platform.fire('registered', { environment: 'stage', entityId: registeredId }).settled();
    expect(receiver.deliveries).toHaveLength(1);
  });

  test.each(['utf8', 'base64', 'hex'] as const)(
    'is signed with a secret in %s as the core verifies it',
    async (secretEncoding) => {
      const { receiver, platform } = await open({ webhook: { secretEncoding } });
      const secret = platform.account.register(receiver.url);
      await platform.fire('registered', { entityId: registeredId }).settled();
      const [delivery] = receiver.deliveries;
      const key = haloConnect.signingKey({ keyEncoding: secretEncoding });
      const options = { platform: haloConnect, secrets: [secret], verification: { key } };
      const outcome = accept(delivery!, options);
      expect(outcome).toMatchObject({ kind: 'accepted', events: [{ type: 'registered' }] });
      expect(delivery?.headers).toMatchObject({
        'x-halo-timestamp': expect.stringMatching(/\.\d{7}\+00:00$/),
        'x-halo-id': outcome.kind === 'accepted' ? outcome.events[0]?.id : '',
      });
    },
  );
});

describe('tries', () => {
  test('end with any 2xx', async () => {
    const { receiver, platform } = await open({}, 503, 408, 429, 204);
    platform.account.register(receiver.url);
    const [record] = await platform.fire('async').settled();
    expect(record).toMatchObject({ state: 'delivered' });
    expect(record?.attempts).toHaveLength(4);
  });

  test.each([400, 401, 404, 410])('end with %d', async (status) => {
    const { receiver, platform } = await open({}, status);
    platform.account.register(receiver.url);
    const [record] = await platform.fire('async').settled();
    expect(record).toMatchObject({ state: 'failed', attempts: [{ outcome: { status } }] });
  });

  test('are ten in all', async () => {
    const { receiver, platform } = await open({}, 500);
    platform.account.register(receiver.url);
    const [record] = await platform.fire('async').settled();
    expect(record?.attempts).toHaveLength(10);
  });

  test.each([
    [true, 2],
    [false, 1],
  ])('renew their time stamp: %s', async (renewTimestamp, stamps) => {
    const settings = {
      webhook: { renewTimestamp },
      delivery: { firstPause: 20_000_000, longestPause: 20_000_000 },
    };
    const { receiver, platform } = await open(settings, 500, 200);
    platform.account.register(receiver.url);
    await platform.fire('async').settled();
    const sent = receiver.deliveries.map(({ headers }) => headers['x-halo-timestamp']);
    expect(sent).toHaveLength(2);
    expect(new Set(sent).size).toBe(stamps);
  });
});

describe('what happens at a practice', () => {
  test('a registered query tells of another result only', async () => {
    const { simulator, receiver, platform } = await open();
    platform.account.register(receiver.url);
    const path = `${simulator.url}/halo-connect/support/queries/production/registered/${registeredId}/run`;
    const run = async (result: unknown) =>
      (await call<JsonObject>(path, { json: { result } })).body['changed'];
    expect([await run([{ id: 1 }]), await run([{ id: 1 }]), await run([{ id: 2 }])]).toEqual([
      true,
      false,
      true,
    ]);
    await simulator.settled();
    const ids = receiver.texts().map((text) => (JSON.parse(text) as JsonObject)['id']);
    expect(new Set(ids).size).toBe(2);
  });

  test('an async query tells when it has finished', async () => {
    const { simulator, receiver, platform } = await open();
    platform.account.register(receiver.url);
    const url = `${simulator.url}/halo-connect/production/integrator/sites/${siteId}/queries/async`;
    const { status, body } = await call<JsonObject>(url, {
      headers,
      json: { command: { text: 'SELECT 1' } },
    });
    expect(status).toBe(201);
    while (platform.deliveries.list().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await simulator.settled();
    expect(receiver.texts()[0]).toContain(String(body['id']));
  });

  test.each([
    ['async', { command: { text: 'SELECT 1' } }],
    [
      'registered',
      {
        ...{ name: 'New', registeredQueryType: 'query', frequency: 60, duration: 60 },
        registerCommand: { command: { text: 'SELECT 1' } },
      },
    ],
  ])('%s: a query that a reset has taken away does not run', async (kind, json) => {
    const { simulator, receiver, platform } = await open({ results: { queryPause: 50_000_000 } });
    const path = `production/integrator/sites/${siteId}/queries/${kind}`;
    await call(`${simulator.url}/halo-connect/${path}`, { headers, json });
    platform.reset();
    platform.account.register(receiver.url);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(platform.deliveries.list()).toEqual([]);
  });

  test('a query that was cancelled does not run', async () => {
    const { simulator, platform } = await open({ results: { queryPause: 50_000_000 } });
    const url = `${simulator.url}/halo-connect/production/integrator/sites/${siteId}/queries/registered`;
    const json = {
      ...{ name: 'New', registeredQueryType: 'query', frequency: 60, duration: 60 },
      registerCommand: { command: { text: 'SELECT 1' } },
    };
    const { body } = await call<{ id: string }>(url, { headers, json });
    await call(`${url}/${body.id}`, { headers, method: 'DELETE' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(platform.data.production.registeredQueries.get(body.id)).toMatchObject({ runs: 0 });
    expect(() => platform.run('production', body.id, [])).toThrow('is cancelled');
  });

  test('a renewed body is no repeat', async () => {
    const { platform } = await open();
    const body = Buffer.from(
      JSON.stringify({ id: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890', occurredAt: 'x', siteId: 's' }),
    );
    const renewed = JSON.parse(
      Buffer.from(platform.account.renew(body, new Date(1))).toString(),
    ) as JsonObject;
    expect(renewed).toEqual({
      id: 'a1b2c3d4-e5f6-7890-abcd-000000000001',
      occurredAt: '1970-01-01T00:00:00.0010000+00:00',
      siteId: 's',
    });
  });

  test('reset forgets it', async () => {
    const { receiver, platform } = await open();
    platform.account.register(receiver.url);
    platform.run('production', registeredId, []);
    platform.reset();
    expect(platform.data.production.registeredQueries.get(registeredId)?.runs).toBe(246);
    expect(platform.fire('async').deliveries).toEqual([]);
  });
});
