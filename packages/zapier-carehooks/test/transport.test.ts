import { ally, type HttpRequest, type HttpResponse } from '@carehooks/core';
import { createAppTester } from 'zapier-platform-core';
import App from '../src/apps/ally.ts';
import { createHttp } from '../src/transport.ts';
import { type Answer, type LoopbackApi, startApi } from './support/loopback.ts';

const appTester = createAppTester(App);
let api: LoopbackApi;
let answer: Answer | null;

beforeAll(async () => {
  api = await startApi(() => answer);
});

afterAll(() => api.close());

beforeEach(() => {
  answer = { json: {} };
  api.calls.length = 0;
});

function send(request: Partial<HttpRequest> = {}): Promise<HttpResponse> {
  const whole: HttpRequest = {
    method: 'GET',
    url: `${api.url}/things`,
    headers: {},
    timeout: 2_000,
    ...request,
  };
  return appTester((z, bundle) => createHttp(z, ally, bundle.authData)(whole), {
    authData: { apiKey: 'test_key' },
  });
}

test('gives status, lower-case headers and the body as text', async () => {
  answer = { status: 201, headers: { 'X-Request-Id': 'r1' }, text: '{"name":"Zoë"} ' };
  await expect(send()).resolves.toEqual({
    status: 201,
    headers: expect.objectContaining({ 'x-request-id': 'r1', 'content-type': 'application/json' }),
    body: '{"name":"Zoë"} ',
  });
});

test.each([400, 401, 403, 404, 429, 500, 503])('does not throw on status %d', async (status) => {
  answer = { status, headers: { 'retry-after': '7' }, text: 'no' };
  await expect(send()).resolves.toMatchObject({ status, body: 'no', headers: { 'retry-after': '7' } });
});

test('does not follow redirects', async () => {
  answer = { status: 302, headers: { location: `${api.url}/elsewhere` } };
  await expect(send()).resolves.toMatchObject({ status: 302 });
  expect(api.calls).toHaveLength(1);
});

test('sends the authorisation of the platform, which no request can replace', async () => {
  await send({ headers: { accept: 'application/json', authorization: 'other' } });
  expect(api.calls[0]?.headers).toMatchObject({ accept: 'application/json', authorization: 'test_key' });
});

test('sends URL and body as they are', async () => {
  const body = '{"name":"Zoë"}';
  await send({ method: 'POST', url: `${api.url}/a%2Fb?filter=updatedAt%3E%22x%22`, body });
  expect(api.calls[0]).toMatchObject({ method: 'POST', url: '/a%2Fb?filter=updatedAt%3E%22x%22', body });
  expect(api.calls[0]?.headers).toMatchObject({ 'content-length': '15' });
  expect(api.calls[0]?.headers).not.toHaveProperty('transfer-encoding');
});

test('sends a form as a form', async () => {
  const body = 'client_secret=a+b%2B%7Ec&scope=all';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  await send({ method: 'POST', body, headers });
  expect(api.calls[0]).toMatchObject({
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'content-length': String(body.length),
    },
  });
});

test('sends data that looks like a placeholder of Zapier', async () => {
  const data = { note: '{{bundle.authData.apiKey}}', deep: { of: '{{process.env.PATH}}' } };
  await send({ method: 'POST', body: JSON.stringify(data), headers: { 'content-type': 'application/json' } });
  expect(JSON.parse(api.calls[0]?.body ?? '')).toEqual(data);
});

test('names a timeout as the core expects it', async () => {
  answer = null;
  await expect(send({ timeout: 50 })).rejects.toThrow(expect.objectContaining({ name: 'TimeoutError' }));
});

test('throws something else where nothing listens', async () => {
  const closed = await startApi(() => ({}));
  await closed.close();
  await expect(send({ url: closed.url })).rejects.toThrow(
    expect.not.objectContaining({ name: 'TimeoutError' }),
  );
});
