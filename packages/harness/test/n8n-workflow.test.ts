import { join } from 'node:path';
import type { INodeExecutionData } from 'n8n-workflow';
import { loadN8nPackage, type N8nHost } from '../src/n8n/index.ts';
import { startApi } from './loopback-api.ts';

const items = (...ids: string[]): INodeExecutionData[][] => [ids.map((id) => ({ json: { id } }))];
const idsOf = (run: { items: INodeExecutionData[][] }) => run.items[0]?.map((item) => item.json.id);

describe('an n8n node in its workflow', () => {
  let host: N8nHost;
  let api: Awaited<ReturnType<typeof startApi>>;

  beforeAll(async () => {
    host = await loadN8nPackage(join(import.meta.dirname, 'fixtures/n8n-nodes-echo'));
    api = await startApi(({ path, headers }) => {
      if (path === '/token') return { body: { token: 'fresh' } };
      if (headers['x-token'] === 'stale') return { status: 401, body: {} };
      if (headers.authorization === 'Bearer wrong') return { status: 403, body: { error: 'no' } };
      return { body: { id: 'sub_1', token: headers['x-token'] ?? null } };
    });
  });

  afterAll(() => api.close());

  const activate = (apiKey = 'right') =>
    host.activateNode({
      node: 'echoTrigger',
      webhookId: 'hook-1',
      credentials: { echoApi: { baseUrl: api.url, apiKey } },
    });

  it('goes through its lifecycle with static data that lasts', async () => {
    const workflow = activate();
    expect(await workflow.hook('checkExists')).toBe(false);
    expect(await workflow.hook('create')).toBe(true);
    expect(workflow.staticData).toEqual({
      'node:Echo Trigger': { subscription: 'sub_1', url: 'https://n8n.example.org/webhook/hook-1/webhook' },
    });
    expect(workflow.webhookUrl()).toBe('https://n8n.example.org/webhook/hook-1/webhook');
    expect(await workflow.hook('checkExists')).toBe(true);
    expect(await workflow.hook('delete')).toBe(true);
    expect(await workflow.hook('checkExists')).toBe(false);
    expect(host.logs).toContainEqual({
      level: 'info',
      message: 'Subscription removed',
      meta: { node: 'Echo Trigger' },
    });
  });

  it('keeps the static data of test runs apart', async () => {
    const workflow = activate();
    await workflow.hook('create', { mode: 'manual' });
    expect(workflow.staticData).toEqual({});
    expect(workflow.testStaticData).toHaveProperty(
      ['node:Echo Trigger', 'url'],
      workflow.webhookUrl({ test: true }),
    );
  });

  it('authenticates requests as the credential type says', async () => {
    await activate().hook('create');
    expect(api.requests.at(-1)).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer right' } });
    const refused = activate('wrong').hook('create');
    await expect(refused).rejects.toMatchObject({ name: 'NodeApiError', httpCode: '403' });
    await expect(refused).rejects.toThrow('perhaps check your credentials');
  });

  it('refuses a credential that is not set', async () => {
    const required = host.activateNode({ node: 'echoTrigger' });
    await expect(required.hook('create')).rejects.toThrow('Node does not have any credentials set');
    await expect(activate().execute(items('token'))).rejects.toThrow('Node does not require credentials');
  });

  it.each(['', 'stale'])('fetches an expiring token when it has "%s", and saves it', async (token) => {
    const credentials = { echoTokenApi: { baseUrl: api.url, token } };
    const workflow = host.activateNode({ node: 'echoTrigger', credentials });
    const run = await workflow.execute(items('token'));
    expect(run.items).toEqual([[{ json: { id: 'sub_1', token: 'fresh' } }]]);
    expect(workflow.credential('echoTokenApi')).toMatchObject({ token: 'fresh' });
  });

  it('tests credentials', async () => {
    const test = (apiKey: string) => host.testCredential('echoApi', { baseUrl: api.url, apiKey });
    expect(await test('right')).toEqual({ status: 'OK', message: 'Connection successful!' });
    expect(await test('wrong')).toEqual({ status: 'Error', message: 'Forbidden' });
    expect(await host.testCredential('echoTokenApi', {})).toEqual({
      status: 'Error',
      message: 'Base URL is missing',
    });
  });

  it('fills lists of the editor, with the credential and the parameters of the node', async () => {
    const workflow = host.activateNode({
      node: 'echoTrigger',
      parameters: { answer: 'body' },
      credentials: { echoApi: { baseUrl: api.url, apiKey: 'right' } },
    });
    expect(await workflow.loadOptions('answers')).toEqual([{ name: 'body', value: 'sub_1' }]);
    expect(api.requests.at(-1)).toMatchObject({ method: 'GET', headers: { authorization: 'Bearer right' } });
    await expect(activate('wrong').loadOptions('answers')).rejects.toMatchObject({ httpCode: '403' });
    await expect(workflow.loadOptions('nothing')).rejects.toThrow('no loadOptions method nothing');
  });

  it('executes with deduplication per node, in a ring', async () => {
    const workflow = activate();
    expect(idsOf(await workflow.execute(items('a', 'b')))).toEqual(['a', 'b']);
    expect(idsOf(await workflow.execute(items('b', 'c'), { mode: 'retry' }))).toEqual(['c']);
    await workflow.execute(items('d'));
    expect(idsOf(await workflow.execute(items('a', 'd')))).toEqual(['a']);
    expect(idsOf(await activate().execute(items('a')))).toEqual(['a']);
  });

  it('deduplicates without a lock, as the database does', async () => {
    const workflow = activate();
    await workflow.execute(items('first'));
    const runs = await Promise.all([workflow.execute(items('same')), workflow.execute(items('same'))]);
    expect(runs.map(idsOf)).toEqual([['same'], ['same']]);
  });

  it('receives: delivers, then executes', async () => {
    const workflow = activate();
    const request = {
      headers: { 'x-id': 'one', 'content-type': 'application/json' },
      body: Buffer.from('{"a":1}'),
    };
    const first = await workflow.receive(request);
    expect(first.reply.status).toBe(200);
    expect(first.run?.items[0]?.[0]?.json).toMatchObject({ id: 'one', body: { a: 1 } });
    expect((await workflow.receive(request)).run).toEqual({ items: [[]] });
  });

  it('leaves the environment as it was', () => {
    expect(process.env.N8N_USER_FOLDER).toBeUndefined();
    expect(process.env.N8N_ENCRYPTION_KEY).toBeUndefined();
  });
});
