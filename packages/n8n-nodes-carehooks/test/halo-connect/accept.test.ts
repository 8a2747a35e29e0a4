import { haloConnect } from '@carehooks/core';
import { readFixture, signedDelivery } from '@carehooks/core/testing';
import { loadN8nPackage } from '@carehooks/harness/n8n';
import { type Simulator, startSimulator } from '@carehooks/simulator';

const secret = 'whsec_current';
const siteId = '12345678-abcd-ef01-2345-6789abcdef01';
const queryId = 'abcdef01-2345-6789-abcd-ef0123456789';

interface Given {
  readonly parameters?: Record<string, unknown>;
  readonly options?: Record<string, number | string | string[]>;
  readonly webhook?: Record<string, string>;
  readonly connection?: Readonly<Record<string, string>>;
}

async function publish({ parameters = {}, options = {}, webhook = { secret }, connection }: Given = {}) {
  const host = await loadN8nPackage('packages/n8n-nodes-carehooks');
  return host.activateNode({
    node: 'haloConnectTrigger',
    parameters: { events: ['*'], expand: [], output: 'full', options, ...parameters },
    credentials: {
      haloConnectWebhookApi: webhook,
      ...(connection === undefined ? {} : { haloConnectApi: { ...connection } }),
    },
  });
}

/** A recorded body, signed so many seconds ago. */
function request(name = 'async', age = 0, query?: string) {
  const time = Date.now() - age * 1_000;
  const { headers, body } = signedDelivery({
    ...{ platform: haloConnect, body: readFixture(haloConnect.id, name), secret, time },
  });
  return { method: 'POST', headers, body, ...(query === undefined ? {} : { query }) };
}

describe('a delivery of Halo Connect', () => {
  it.each(['async', 'registered'])('tells %s with the ids at the top level', async (event) => {
    const node = await publish({ parameters: { events: [event] } });
    const { reply, run } = await node.receive(request(event));
    expect(reply.status).toBe(200);
    expect(run?.items[0]?.[0]?.json).toMatchObject({
      ...{ siteId, webhookSource: event },
      trigger: { event, eventFrom: 'body', verified: 'hmac-sha256' },
    });
  });

  it.each([
    [299, {}, 200],
    [302, {}, 401],
    [302, { replayWindow: 600 }, 200],
    [86_400, { replayWindow: 0 }, 200],
  ])('that was signed %d s ago is answered under %j with %d', async (age, options, status) => {
    const node = await publish({ options });
    expect((await node.receive(request('async', age))).reply.status).toBe(status);
  });

  it.each(['base64', 'hex'] as const)('is taken with a secret in %s', async (keyEncoding) => {
    const encoded = Buffer.from(secret).toString(keyEncoding);
    const node = await publish({ webhook: { secret: encoded, keyEncoding } });
    expect((await node.receive(request())).reply.status).toBe(200);
    const plain = await publish({ webhook: { secret: encoded } });
    expect((await plain.receive(request())).reply.status).toBe(401);
  });

  it.each([
    [{ siteId: `other, ${siteId.toUpperCase()}` }, true],
    [{ siteId: 'other' }, false],
    [{ queryId: [queryId] }, true],
    [{ queryId: `other, ${queryId}` }, true],
    [{ queryId: ['other'] }, false],
    [{ webhookSource: ['registered'] }, false],
    [{ webhookSource: [] }, true],
  ])('starts the workflow under %j: %s', async (options, started) => {
    const node = await publish({ options });
    const { reply } = await node.receive(request());
    expect(reply).toMatchObject({ status: 200, started });
  });

  it('wins over what the URL says', async () => {
    const node = await publish();
    const { run } = await node.receive(request('async', 0, 'siteId=other&source=registered'));
    expect(run?.items[0]?.[0]?.json).toMatchObject({ siteId, trigger: { event: 'async' } });
  });
});

describe('the result', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator();
  });
  afterAll(() => simulator.close());

  it('comes with the rows that the options ask for', async () => {
    const connection = simulator.platforms.haloConnect.account.connection(simulator.url);
    const options = { maxRows: 12, rawData: 'base64' };
    const node = await publish({ parameters: { expand: ['result'] }, options, connection });
    const { run } = await node.receive(request());
    expect(run?.items[0]?.[0]?.json).toMatchObject({
      result: {
        status: 'truncated',
        rowCount: 12,
        rowsTotal: 25,
        base64: [expect.any(String), expect.any(String)],
      },
      trigger: { expansion: { result: 'ok' } },
    });
  });

  it('is missing where the address of the server is not allowed', async () => {
    const { haloConnect: platform } = simulator.platforms;
    platform.settings.update({ api: { access: 'ip-not-allowed' } });
    const connection = platform.account.connection(simulator.url);
    const node = await publish({ parameters: { expand: ['result', 'site'] }, connection });
    const { run } = await node.receive(request());
    expect(run?.items[0]?.[0]?.json).toMatchObject({
      trigger: { expansion: { result: 'forbidden', site: 'forbidden' } },
    });
  });
});
