import { converse, derivedSecrets, ekaCare, targetKey } from '../../../src/index.ts';
import { readProblem } from '../../../src/platforms/eka-care/problem.ts';
import { fakeClock, fixtureTime, type Routes, scriptedHttp } from '../../../src/testing/index.ts';

const { subscription } = ekaCare;
const path = '/notification/v1/connect/webhook/subscriptions';
const targetUrl = 'https://n8n.example.com/webhook/1';
const wanted = { targetUrl, events: ['appointment.created'], secret: 'key' };

const row = {
  id: '7',
  event_names: ['appointment.created'],
  endpoint: targetUrl,
  signing_key: 'key',
  client_id: 'testing',
  protocol: 'https',
};
const existing = { id: '7', targetUrl, events: ['appointment.updated'], enabled: true, secret: 'key' };

function talk(routes: Routes) {
  const scripted = scriptedHttp(routes);
  const client = {
    base: new URL('https://api.eka.care'),
    http: scripted.http,
    clock: fakeClock(),
    deadline: fixtureTime + 30_000,
  };
  return { ...scripted, client };
}

test.each([
  [row, { events: ['appointment.created'], secret: 'key' }],
  [{ ...row, signing_key: null }, { secret: '' }],
  [{ ...row, event_names: undefined, scopes: ['a', 'b'] }, { events: ['a', 'b'] }],
  [{ ...row, event_names: null }, { events: [] }],
  [{ ...row, id: 7 }, { id: '7' }],
])('reads the row %j', async (listed, expected) => {
  const { client } = talk({ [`GET ${path}`]: { json: { data: [JSON.parse(JSON.stringify(listed))] } } });
  const [found] = await converse(subscription.list(), client);
  expect(found).toMatchObject({ id: '7', targetUrl, enabled: true, ...expected });
});

test('compares no key where the list tells none', async () => {
  const { signing_key, ...keyless } = row;
  expect(signing_key).toBe('key');
  const { client } = talk({ [`GET ${path}`]: { json: { data: [keyless] } } });
  const [found] = await converse(subscription.list(), client);
  expect(found).not.toHaveProperty('secret');
});

test('takes an answer without a list for none', async () => {
  const { client } = talk({ [`GET ${path}`]: { json: { msg: 'success' } } });
  await expect(converse(subscription.list(), client)).rejects.toMatchObject({
    code: 'api-answer-unexpected',
  });
});

test('registers with key, events and protocol', async () => {
  const { client, requests } = talk({ [`POST ${path}`]: { status: 201, json: { id: '7' } } });
  await converse(subscription.create(wanted), client);
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
    endpoint: targetUrl,
    event_names: ['appointment.created'],
    signing_key: 'key',
    protocol: 'https',
  });
});

test.each([
  [
    { error: { message: 'requested endpoint is already registered', code: 'INVALID_REQUEST' } },
    'api-conflict',
  ],
  [{ code: 400, error: 'Requested endpoint is already registered' }, 'api-conflict'],
  [{ success: false, code: 'X', message: 'requested endpoint is already registered' }, 'api-conflict'],
  [{ message: 'requested endpoint is already registered' }, 'api-conflict'],
  [{ error: { message: 'endpoint is not a URL', code: 'INVALID_REQUEST' } }, 'api-rejected'],
  [null, 'api-rejected'],
])('reads the refusal %j as %s', async (json, code) => {
  const { client } = talk({ [`POST ${path}`]: { status: 400, json } });
  await expect(converse(subscription.create(wanted), client)).rejects.toMatchObject({ code });
});

test.each([
  [200, { status: 'webhook deleted successfully', msg: 'success' }],
  [404, { error: { message: 'Webhook not found', code: 'INVALID_REQUEST' } }],
  [410, {}],
  [400, { error: { message: 'requested webhook is not registered', code: 'INVALID_REQUEST' } }],
])('counts %d %j as removed', async (status, json) => {
  const { client } = talk({ [`DELETE ${path}/7`]: { status, json } });
  await expect(converse(subscription.remove(existing), client)).resolves.toBeUndefined();
});

test('does not count another refusal as removed', async () => {
  const { client } = talk({ [`DELETE ${path}/7`]: { status: 400, json: { message: 'Try later' } } });
  await expect(converse(subscription.remove(existing), client)).rejects.toMatchObject({
    code: 'api-rejected',
  });
});

describe('an update', () => {
  const others: Routes = {
    [`DELETE ${path}/7`]: { json: { status: 'webhook deleted successfully' } },
    [`POST ${path}`]: { status: 201, json: { id: '8', status: 'success' } },
  };

  test('changes events and key where that works', async () => {
    const { client, requests, calls } = talk({
      [`PATCH ${path}/7`]: { json: { status: 'webhook updated successfully' } },
      [`GET ${path}`]: { json: { data: [row] } },
    });
    await converse(subscription.update(existing, wanted), client);
    expect(calls).toEqual([`PATCH ${path}/7`, `GET ${path}`]);
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
      event_names: ['appointment.created'],
      signing_key: 'key',
    });
  });

  test.each([400, 404, 405])('makes the subscription anew where the answer is %d', async (status) => {
    const { client, calls } = talk({ ...others, [`PATCH ${path}/7`]: { status, json: {} } });
    await converse(subscription.update(existing, wanted), client);
    expect(calls).toEqual([`PATCH ${path}/7`, `DELETE ${path}/7`, `POST ${path}`]);
  });

  test('makes the subscription anew where the events stay as they were', async () => {
    const { client, calls } = talk({
      ...others,
      [`PATCH ${path}/7`]: { json: { status: 'webhook updated successfully' } },
      [`GET ${path}`]: { json: { data: [{ ...row, event_names: ['appointment.updated'] }] } },
    });
    await converse(subscription.update(existing, wanted), client);
    expect(calls).toEqual([`PATCH ${path}/7`, `GET ${path}`, `DELETE ${path}/7`, `POST ${path}`]);
  });
});

test('derives a key for each URL from the client secret, and keeps that of the previous one', () => {
  const connection = { clientSecret: 'new', previousClientSecret: 'old' };
  const keys = derivedSecrets(ekaCare, connection, targetKey(targetUrl));
  expect(keys).toHaveLength(2);
  expect(derivedSecrets(ekaCare, { clientSecret: 'old' }, targetKey(targetUrl))).toEqual([keys[1]]);
  expect(derivedSecrets(ekaCare, connection, targetKey(`${targetUrl}2`))).not.toContain(keys[0]);
  expect(derivedSecrets(ekaCare, {}, targetKey(targetUrl))).toEqual([]);
  expect(JSON.stringify(keys)).not.toMatch(/new|old/);
});

test.each([
  [{ error: { code: 'NOT_FOUND', message: 'No' } }, { code: 'NOT_FOUND', message: 'No' }],
  [
    { code: 401, error: 'No' },
    { code: '401', message: 'No' },
  ],
  [
    { success: false, code: 'X', message: 'No' },
    { code: 'X', message: 'No' },
  ],
  [{ message: 'No' }, { code: null, message: 'No' }],
  [{ error: {} }, { code: null, message: null }],
  ['No', { code: null, message: null }],
  [null, { code: null, message: null }],
])('reads the error %j', (body, problem) => {
  expect(readProblem(body)).toEqual(problem);
});
