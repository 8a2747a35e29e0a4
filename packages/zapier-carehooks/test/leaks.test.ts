import { ally } from '@carehooks/core';
import type { ZapierApp } from '@carehooks/harness/zapier';
import { allyRequest } from './support/ally-webhook.ts';
import { openBuiltApp } from './support/built-app.ts';
import { type Answer, type LoopbackApi, startApi } from './support/loopback.ts';

/** In every field of a payload, every secret, every header and every answer of the API. */
const canary = 'canary';
const body = {
  data: {
    id: `${canary}-id`,
    status: `${canary}-status`,
    updatedAt: `${canary}-time`,
    patient: { id: `${canary}-patient`, nhsNumber: `${canary}-nhs` },
    task: { id: `${canary}-task` },
  },
};
const polled = { ...body.data, trigger: { id: `${canary}-event`, platform: 'ally' } };
const secret = `${canary}-secret`;
const headers = { 'x-note': `${canary}-header`, authorization: `${canary}-authorization` };

let app: ZapierApp;
let api: LoopbackApi;
let answer: Answer;

beforeAll(async () => {
  api = await startApi(() => answer);
  app = await openBuiltApp('ally');
});

afterAll(() => Promise.all([app.close(), api.close()]));

beforeEach(() => {
  app.logs.length = 0;
});

const setting = (more: Record<string, unknown> = {}) => ({
  authData: {
    ...Object.fromEntries(ally.settings.map(({ key }) => [key, `${canary}-${key}`])),
    webhookSecret: secret,
    baseUrl: api.url,
    expandQuery: '',
    ...more,
  },
  inputData: { expand: ['task'], on_failure: 'fail', only_when: { [`${canary}-field`]: '' } },
});

async function messageOf(work: Promise<unknown>): Promise<string> {
  const outcome = await work.catch((error: Error) => error);
  return outcome instanceof Error ? outcome.message : ((outcome as { message?: string }).message ?? '');
}

/** Ids in paths are what a request is for; Zapier shows its log to the owner of the connection only. */
function logged(): string {
  return JSON.stringify(app.logs).replaceAll(`/tasks/${canary}-task`, '/tasks/<id>');
}

describe('an error holds nothing of secrets, headers, payloads or answers', () => {
  test.each([
    ['forged', { forged: true }],
    ['unsigned', { unsigned: true }],
    ['not JSON', { body: `{"id": "${canary}"` }],
    ['of another shape', { body: { appointment: canary } }],
  ])('a rejected delivery that is %s', async (_title, options) => {
    const run = app.hook('any_event', setting(), allyRequest({ body, secret, headers, ...options }));
    expect(await messageOf(run)).toMatch(/^[A-Z].{40,}\.$/);
    expect(await messageOf(run)).not.toContain(canary);
    expect(logged()).not.toContain(canary);
  });

  test.each([
    ['refuses the key', { status: 401, json: { message: canary } }],
    ['refuses the request', { status: 400, text: canary }],
    ['is throttled', { status: 429, headers: { 'retry-after': '60' }, text: canary }],
    ['is down', { status: 503, headers: { 'retry-after': '60' }, text: `<html>${canary}</html>` }],
    ['redirects', { status: 302, headers: { location: `/${canary}` } }],
    ['answers with a page', { text: `<html>${canary}</html>` }],
  ])('an API that %s', async (_title, given) => {
    answer = given;
    const runs = [
      app.hook('any_event', setting(), allyRequest({ body, secret, headers })),
      app.poll('updated_appointment', setting()),
      app.call('authentication.test', setting()),
      app.sample('any_event', setting()),
      app.call('hydrators.expandChange', {
        ...setting(),
        inputData: { ...setting().inputData, item: polled },
      }),
    ];
    const messages = (await Promise.all(runs.map(messageOf))).join('\n');
    expect(messages).not.toContain(canary);
  });

  test('a failure that nobody thought of', async () => {
    const inputData = { ...setting().inputData, item: null };
    const message = await messageOf(app.call('hydrators.expandChange', { ...setting(), inputData }));
    expect(message).toContain('The app failed unexpectedly');
    expect(message).not.toContain(canary);
  });

  test('a call without a delivery', async () => {
    const call = app.call('triggers.any_event.operation.perform', setting());
    await expect(call).rejects.toMatchObject({
      name: 'HaltedError',
      message: expect.stringMatching(/^The raw body of the delivery cannot be read\. Send .*json\.$/),
    });
  });
});

describe('the log at Zapier', () => {
  test('holds no answer of the API and no secret when everything works', async () => {
    answer = { json: { id: `${canary}-task`, name: `${canary}-answer` } };
    const run = await app.hook('any_event', setting(), allyRequest({ body, secret, headers }));
    expect(run).toMatchObject({ status: 'success', items: [{ task: { name: `${canary}-answer` } }] });
    expect(logged()).toContain('/tasks/');
    expect(logged()).not.toContain(canary);
  });

  test('tells codes when something does not', async () => {
    answer = { status: 404, text: canary };
    await app.hook('any_event', setting(), allyRequest({ body, secret, headers }));
    expect(logged()).toContain('api-not-found task 404');
    expect(logged()).not.toContain(canary);
  });
});
