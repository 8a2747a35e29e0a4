import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { IDataObject } from 'n8n-workflow';
import { loadN8nPackage, type DeliveryReply, type N8nHost } from '../src/n8n/index.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const ODD_JSON = Buffer.from(
  '\uFEFF{ "name":"Zo\\u00e9 é😀",\r\n\t"n":12345678901234567890, "n":2 }\n\n',
  'utf8',
);

const itemOf = (reply: DeliveryReply) => reply.workflowData?.[0]?.[0]?.json as IDataObject;
const rawOf = (reply: DeliveryReply) => Buffer.from(String(itemOf(reply).raw), 'base64');

describe('delivery to an n8n node', () => {
  let host: N8nHost;
  const activate = (answer = 'start', typeVersion = 2) =>
    host.activateNode({ node: 'echoTrigger', parameters: { answer }, typeVersion });

  beforeAll(async () => {
    host = await loadN8nPackage(join(import.meta.dirname, 'fixtures/n8n-nodes-echo'));
  });

  it('keeps the raw body byte for byte and parses JSON beside it', async () => {
    const reply = await activate().deliver({ headers: JSON_TYPE, body: ODD_JSON });
    expect(reply).toMatchObject({ status: 200, started: true });
    expect(reply.body).toHaveLength(0);
    expect(rawOf(reply).equals(ODD_JSON)).toBe(true);
    expect(itemOf(reply).body).toEqual({ name: 'Zoé é😀', n: 2 });
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
  ])('decodes %s before the node sees the body', async (encoding, compress) => {
    const headers = { ...JSON_TYPE, 'content-encoding': encoding };
    const reply = await activate().deliver({ headers, body: compress(ODD_JSON) });
    expect(rawOf(reply).equals(ODD_JSON)).toBe(true);
  });

  it.each([
    ['malformed JSON', JSON_TYPE, Buffer.from('{"a":')],
    ['brotli', { ...JSON_TYPE, 'content-encoding': 'br' }, brotliCompressSync(ODD_JSON)],
    ['an unknown charset', { 'content-type': 'application/json; charset=iso-8859-1' }, Buffer.from('{}')],
  ])('answers 422 to %s without calling the node', async (_name, headers, body) => {
    const workflow = activate();
    const reply = await workflow.deliver({ headers, body });
    expect(reply).toMatchObject({ status: 422, started: false });
    expect(JSON.parse(String(reply.body))).toMatchObject({
      code: 422,
      message: 'Failed to parse request body',
    });
    expect(workflow.staticData).toEqual({});
  });

  it('leaves types that n8n cannot parse to readRawBody()', async () => {
    const headers = { 'content-type': 'application/vnd.api+json' };
    const reply = await activate().deliver({ headers, body: Buffer.from([0x7b, 0xff, 0xfe]) });
    expect(rawOf(reply)).toEqual(Buffer.from([0x7b, 0xff, 0xfe]));
    expect(itemOf(reply)).not.toHaveProperty('body');
  });

  it('uses up a multipart body, so that readRawBody() throws', async () => {
    const boundary = 'edge';
    const body = `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--${boundary}--\r\n`;
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const reply = await activate().deliver({ headers, body: Buffer.from(body) });
    expect(reply).toMatchObject({ status: 500, started: false });
    expect(reply.error?.message).toContain('not readable');
  });

  it('lets the node answer by itself', async () => {
    const reply = await activate('reject').deliver({ headers: JSON_TYPE, body: Buffer.from('{}') });
    expect(reply).toMatchObject({ status: 401, started: false });
    expect(JSON.parse(String(reply.body))).toEqual({ error: 'bad signature' });
  });

  it.each([
    ['nothing', 200, { message: 'Webhook call received' }],
    ['body', 200, { ok: true }],
    ['throw', 500, { code: 0, message: 'Workflow Webhook Error: Workflow could not be started!' }],
  ])('answers for a node that returns: %s', async (answer, status, body) => {
    const reply = await activate(answer).deliver({ headers: JSON_TYPE, body: Buffer.from('{}') });
    expect(reply).toMatchObject({ status, started: false });
    expect(JSON.parse(String(reply.body))).toEqual(body);
    expect(reply.error?.message).toBe(answer === 'throw' ? 'echo failed' : undefined);
  });

  it('joins repeated headers, reads the query and tells a test delivery', async () => {
    const headers = { ...JSON_TYPE, 'x-id': ['a', 'b'] };
    const reply = await activate().deliver({ headers, query: 'a[b]=1', body: Buffer.from('{}'), test: true });
    expect(itemOf(reply)).toMatchObject({ id: 'a, b', query: { a: { b: '1' } }, mode: 'manual' });
  });

  it('answers 404 to other methods and paths', async () => {
    expect(await activate().deliver({ method: 'PUT' })).toMatchObject({ status: 404, started: false });
    expect(await activate().deliver({ path: '/webhook/elsewhere' })).toMatchObject({
      status: 404,
      started: false,
    });
  });

  it('loses static data when an execution starts, as n8n 2.41 does, and keeps it otherwise', async () => {
    const delivery = { headers: { ...JSON_TYPE, 'x-id': '7' }, body: Buffer.from('{}') };
    const starting = activate('start');
    await starting.deliver(delivery);
    expect(starting.staticData).toEqual({});
    const quiet = activate('nothing');
    await quiet.deliver(delivery);
    expect(quiet.staticData).toEqual({ 'node:Echo Trigger': { lastDelivery: '7' } });
  });
});
