import { derivedSecrets, ekaCare, targetKey } from '../../../src/index.ts';
import { readProblem } from '../../../src/platforms/eka-care/problem.ts';
import type { Routes } from '../../../src/testing/index.ts';
import { scriptedClient } from '../../scripted-client.ts';

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

const scripted = (routes: Routes) => scriptedClient('https://api.eka.care', routes);

test.each([
  [row, { events: ['appointment.created'], secret: 'key' }],
  [{ ...row, signing_key: null }, { secret: '' }],
  [{ ...row, event_names: undefined, scopes: ['a', 'b'] }, { events: ['a', 'b'] }],
  [{ ...row, event_names: null }, { events: [] }],
  [{ ...row, id: 7 }, { id: '7' }],
])('reads the row %j', async (listed, expected) => {
  const { run } = scripted({ [`GET ${path}`]: { json: { data: [JSON.parse(JSON.stringify(listed))] } } });
  const [found] = await run(subscription.list());
  expect(found).toMatchObject({ id: '7', targetUrl, enabled: true, ...expected });
});

test('compares no key where the list tells none', async () => {
  const { signing_key, ...keyless } = row;
  expect(signing_key).toBe('key');
  const { run } = scripted({ [`GET ${path}`]: { json: { data: [keyless] } } });
  const [found] = await run(subscription.list());
  expect(found).not.toHaveProperty('secret');
});

test('takes an answer without a list for none', async () => {
  const { run } = scripted({ [`GET ${path}`]: { json: { msg: 'success' } } });
  await expect(run(subscription.list())).rejects.toMatchObject({
    code: 'api-answer-unexpected',
  });
});

test('registers with key, events and protocol', async () => {
  const { run, requests } = scripted({ [`POST ${path}`]: { status: 201, json: { id: '7' } } });
  await run(subscription.create(wanted));
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
  const { run } = scripted({ [`POST ${path}`]: { status: 400, json } });
  await expect(run(subscription.create(wanted))).rejects.toMatchObject({ code });
});

test.each([
  [200, { status: 'webhook deleted successfully', msg: 'success' }],
  [404, { error: { message: 'Webhook not found', code: 'INVALID_REQUEST' } }],
  [410, {}],
  [400, { error: { message: 'requested webhook is not registered', code: 'INVALID_REQUEST' } }],
])('counts %d %j as removed', async (status, json) => {
  const { run } = scripted({ [`DELETE ${path}/7`]: { status, json } });
  await expect(run(subscription.remove(existing))).resolves.toBeUndefined();
});

test('does not count another refusal as removed', async () => {
  const { run } = scripted({ [`DELETE ${path}/7`]: { status: 400, json: { message: 'Try later' } } });
  await expect(run(subscription.remove(existing))).rejects.toMatchObject({
    code: 'api-rejected',
  });
});

describe('an update', () => {
  const others: Routes = {
    [`DELETE ${path}/7`]: { json: { status: 'webhook deleted successfully' } },
    [`POST ${path}`]: { status: 201, json: { id: '8', status: 'success' } },
  };

  test('changes events and key where that works', async () => {
    const { run, requests, calls } = scripted({
      [`PATCH ${path}/7`]: { json: { status: 'webhook updated successfully' } },
      [`GET ${path}`]: { json: { data: [row] } },
    });
    await run(subscription.update(existing, wanted));
    expect(calls).toEqual([`PATCH ${path}/7`, `GET ${path}`]);
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
      event_names: ['appointment.created'],
      signing_key: 'key',
    });
  });

  test.each([400, 404, 405])('makes the subscription anew where the answer is %d', async (status) => {
    const { run, calls } = scripted({ ...others, [`PATCH ${path}/7`]: { status, json: {} } });
    await run(subscription.update(existing, wanted));
    expect(calls).toEqual([`PATCH ${path}/7`, `DELETE ${path}/7`, `POST ${path}`]);
  });

  test('makes the subscription anew where the events stay as they were', async () => {
    const { run, calls } = scripted({
      ...others,
      [`PATCH ${path}/7`]: { json: { status: 'webhook updated successfully' } },
      [`GET ${path}`]: { json: { data: [{ ...row, event_names: ['appointment.updated'] }] } },
    });
    await run(subscription.update(existing, wanted));
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
