import { rm } from 'node:fs/promises';
import { openZapierApp, ZapierCallError, type ZapierApp } from '../src/zapier/index.ts';
import { buildZapierEcho } from './build-zapier-echo.ts';
import { startApi } from './loopback-api.ts';

const json = (value: unknown) => Buffer.from(JSON.stringify(value));

describe('a built Zapier app', () => {
  let app: ZapierApp;
  let api: Awaited<ReturnType<typeof startApi>>;
  let authData: Record<string, string>;

  beforeAll(async () => {
    api = await startApi(() => ({ body: { id: 'hk_1', token: 'whsec_of_the_answer' } }));
    authData = { api_key: 'key-of-the-user', base_url: api.url };
    const { folder, zip } = await buildZapierEcho();
    app = await openZapierApp(zip);
    await rm(folder, { recursive: true });
  });

  beforeEach(() => {
    app.cache.reset();
    app.logs.length = 0;
  });

  afterAll(async () => {
    await app.close();
    api.close();
  });

  const hook = (body: Uint8Array, headers: Record<string, string> = {}) =>
    app.hook('echo_event', { authData }, { headers, body, querystring: 'a=1' });

  it('tells its definition', async () => {
    expect(await app.definition()).toMatchObject({
      version: '1.0.0',
      triggers: { echo_event: { noun: 'Event' } },
    });
  });

  it('answers calls, and rejects those that the handler rejects', async () => {
    expect(await app.call('authentication.test', { authData })).toEqual({ key: 'key-of-the-user' });
    await expect(app.call('triggers.nothing.operation.perform')).rejects.toThrow(ZapierCallError);
  });

  it('shapes a hook as Zapier does and resolves its pointers', async () => {
    const content = '{ "id":"evt_1", "n":"Zo\\u00e9 é" }\n';
    const headers = { 'content-type': 'application/json', 'X-ACME-signature': 's' };
    expect(await hook(Buffer.from(content), headers)).toEqual({
      status: 'success',
      items: [
        {
          id: 'evt_1',
          owner: { id: 'usr_7', name: 'Grace' },
          raw: {
            method: 'POST',
            querystring: 'a=1',
            headers: { 'Content-Type': 'application/json', 'Http-X-Acme-Signature': 's' },
            content,
          },
          clean: { id: 'evt_1', n: 'Zoé é', querystring: { a: '1' } },
        },
      ],
    });
  });

  it('tells halted from failed, and throws on output that breaks a check', async () => {
    expect(await hook(json({ id: 'e', then: 'halt' }))).toMatchObject({ status: 'halted' });
    expect(await hook(json({ id: 'e', then: 'fail' }))).toMatchObject({ status: 'error', name: 'AppError' });
    expect(await hook(json({ id: 'e', then: 'misbehave' }))).toMatchObject({
      status: 'error',
      name: 'CheckError',
    });
  });

  it('offers z.cache with nx, exact under concurrency, until it is reset', async () => {
    const runs = await Promise.all([hook(json({ id: 'twice' })), hook(json({ id: 'twice' }))]);
    const items = runs.flatMap((run) => (run.status === 'success' ? run.items : []));
    expect(items).toHaveLength(1);
    expect(app.cache.keys()).toEqual(['seen twice']);
    app.cache.reset();
    expect(await hook(json({ id: 'twice' }))).toMatchObject({ items: [{ id: 'twice' }] });
  });

  it('keeps a cursor for each Zap', async () => {
    expect(await app.poll('echo_list', { zap: 'one' })).toEqual([{ id: 1 }]);
    expect(await app.poll('echo_list', { zap: 'one' })).toEqual([{ id: 2 }]);
    expect(await app.poll('echo_list', { zap: 'two' })).toEqual([{ id: 1 }]);
  });

  it('subscribes, loads samples and unsubscribes', async () => {
    const targetUrl = 'https://hooks.zapier.com/1';
    const subscribeData = await app.subscribe('echo_event', { authData, targetUrl });
    expect(subscribeData).toMatchObject({ id: 'hk_1' });
    expect(api.requests.at(-1)?.headers.authorization).toBe('Bearer key-of-the-user');
    expect(await app.sample('echo_event', { authData })).toEqual([{ id: 'sample', loading: true }]);
    expect(await app.unsubscribe('echo_event', { authData, subscribeData })).toEqual({ removed: 'hk_1' });
  });

  it('keeps what the handler logs, as Zapier shows it and as the process wrote it', async () => {
    await hook(json({ id: 'evt_9' }));
    expect(app.logs).toContainEqual(
      expect.objectContaining({ source: 'logger', message: 'delivery evt_9\n' }),
    );
    expect(app.logs).toContainEqual({ source: 'stdout', message: 'delivery evt_9\n\n' });
    await app.subscribe('echo_event', { authData, targetUrl: 'https://hooks.zapier.com/1' });
    const http = app.logs.find(
      ({ data }) => data?.log_type === 'http' && String(data.request_url).endsWith('/hooks'),
    );
    expect(http?.data).toMatchObject({ request_method: 'POST', response_status_code: 200 });
    expect(JSON.stringify(app.logs)).not.toContain('key-of-the-user');
  });
});
