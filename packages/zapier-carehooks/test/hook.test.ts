import type { HookRun, ZapierApp, ZapSetting } from '@carehooks/harness/zapier';
import { expectedItem, fixtureDelivery, fixtureNames, readFixture } from '@carehooks/core/testing';
import { allyRequest } from './support/ally-webhook.ts';
import { patient, startAllyApi, task } from './support/ally-api.ts';
import { openBuiltApp } from './support/built-app.ts';
import type { LoopbackApi } from './support/loopback.ts';

const secret = 'whsec_test_123';
const created = readFixture('ally', 'appointment.created');
let app: ZapierApp;
let api: LoopbackApi;

beforeAll(async () => {
  [app, api] = await Promise.all([openBuiltApp('ally'), startAllyApi()]);
});

afterAll(() => Promise.all([app.close(), api.close()]));

beforeEach(() => {
  api.calls.length = 0;
});

const connected = (): ZapSetting => ({
  authData: { apiKey: 'test_key', webhookSecret: secret, baseUrl: api.url, expandQuery: '' },
});

function itemsOf(run: HookRun): Array<Record<string, unknown>> {
  if (run.status !== 'success') throw new Error(`The Zap did not run: ${run.message}`);
  return run.items;
}

describe('an authentic delivery', () => {
  test.each(fixtureNames('ally'))('%s becomes the item that every host makes of it', async (name) => {
    const { headers, body } = fixtureDelivery('ally', name);
    const trigger = name === 'expanded' ? 'any_event' : name.replaceAll('.', '_');
    const run = await app.hook(trigger, { authData: { webhookSecret: secret } }, { headers, body });
    const [item] = itemsOf(run);
    const expected = expectedItem('ally', name);
    expect(item).toEqual({
      ...expected,
      trigger: { ...(expected['trigger'] as object), receivedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
    });
  });

  test('is expanded from the API, and the item tells what came of it', async () => {
    const setting = { ...connected(), inputData: { expand: ['patient', 'task', 'window'] } };
    const [item] = itemsOf(await app.hook('appointment_created', setting, allyRequest({ body: created })));
    expect(item).toMatchObject({
      patient,
      task,
      trigger: { environment: 'test', expansion: { patient: 'ok', task: 'ok', window: 'absent' } },
    });
  });

  test('goes out without what cannot be fetched, or fails where the user wants that', async () => {
    const wrongKey = { ...connected().authData, apiKey: 'test_other' };
    const request = allyRequest({ body: created });
    const keep = { authData: wrongKey, inputData: { expand: ['patient'] } };
    expect(itemsOf(await app.hook('appointment_created', keep, request))).toMatchObject([
      { trigger: { expansion: { patient: 'unauthorized' } } },
    ]);
    const fail = { authData: wrongKey, inputData: { expand: ['patient'], on_failure: 'fail' } };
    expect(await app.hook('appointment_created', fail, request)).toMatchObject({
      status: 'error',
      message: expect.stringContaining('(patient) [HTTP 401]. Check the API key'),
    });
  });

  test('can be kept to ids, statuses and times', async () => {
    const setting = { ...connected(), inputData: { output: 'minimal' } };
    const [item] = itemsOf(await app.hook('appointment_created', setting, allyRequest({ body: created })));
    expect(item).toMatchObject({ id: 'apt_9HRUhuDrE9x882Tgx2', status: 'scheduling' });
    expect(item).not.toHaveProperty('phoneNumber');
  });

  test('that repeats itself runs the Zap again: a webhook made by hand has no memory', async () => {
    const request = allyRequest({ body: created });
    const ids = [
      itemsOf(await app.hook('appointment_created', connected(), request)),
      itemsOf(await app.hook('appointment_created', connected(), request)),
    ].map(([item]) => (item?.['trigger'] as { id: string }).id);
    expect(ids).toEqual([ids[0], ids[0]]);
  });
});

describe('what is not wanted runs nothing and fetches nothing', () => {
  const expanding = (inputData: Record<string, unknown>) => ({
    ...connected(),
    inputData: { expand: ['patient'], ...inputData },
  });

  test.each([
    ['another event in the URL', {}, { query: { event: 'appointment.updated' } }],
    [
      'another event in the header',
      { event_header: 'X-Event' },
      { headers: { 'x-event': 'appointment.updated' } },
    ],
    ['a field with another value', { only_when: { status: 'completed, cancelled' } }, {}],
    ['a field with a value to skip', { skip_when: { 'location.city': 'newton stewart' } }, {}],
  ])('%s', async (_title, inputData, options) => {
    const request = allyRequest({ body: created, ...options });
    expect(await app.hook('appointment_created', expanding(inputData), request)).toEqual({
      status: 'success',
      items: [],
    });
    expect(api.calls).toEqual([]);
  });

  test.each([
    ['the event in the URL', {}, { query: { event: 'appointment.created' } }],
    [
      'the event in the header',
      { event_header: 'X-Event' },
      { headers: { 'x-event': 'Appointment.Created' } },
    ],
    ['a field with one of the values', { only_when: { status: 'scheduling, completed' } }, {}],
    ['a field with none of the values to skip', { skip_when: { status: 'completed' } }, {}],
  ])('but %s is wanted', async (_title, inputData, options) => {
    const run = await app.hook(
      'appointment_created',
      expanding(inputData),
      allyRequest({ body: created, ...options }),
    );
    expect(itemsOf(run)).toHaveLength(1);
  });
});

describe('secrets', () => {
  const run = (setting: ZapSetting, signedWith: string) =>
    app.hook('appointment_created', setting, allyRequest({ body: created, secret: signedWith }));

  test('the previous secret of the connection still counts', async () => {
    const setting = { authData: { webhookSecret: 'new', previousWebhookSecret: 'old' } };
    expect((await run(setting, 'old')).status).toBe('success');
    expect((await run(setting, 'new')).status).toBe('success');
    expect((await run(setting, 'other')).status).toBe('halted');
  });

  test("a Zap's own secret takes the place of the connection's", async () => {
    const setting = {
      authData: { webhookSecret: 'of the connection' },
      inputData: { webhook_secret: 'own' },
    };
    expect((await run(setting, 'own')).status).toBe('success');
    expect((await run(setting, 'of the connection')).status).toBe('halted');
  });

  test('without any secret nothing gets in, unless the user accepts unsigned deliveries', async () => {
    const unsigned = allyRequest({ body: created, unsigned: true });
    expect(await app.hook('appointment_created', {}, unsigned)).toMatchObject({
      status: 'halted',
      message: expect.stringMatching(/^No webhook secret is set.*Enter the secret/),
    });
    const accepting = { inputData: { accept_unsigned: true } };
    expect(itemsOf(await app.hook('appointment_created', accepting, unsigned))).toMatchObject([
      { trigger: { verified: 'none' } },
    ]);
  });

  test('accepting unsigned deliveries does not switch the check off where a secret is set', async () => {
    const setting = { ...connected(), inputData: { accept_unsigned: true } };
    const forged = allyRequest({ body: created, forged: true });
    expect((await app.hook('appointment_created', setting, forged)).status).toBe('halted');
  });

  test('a pinned header is the only one that is looked at', async () => {
    const setting = { ...connected(), inputData: { signature_header: 'Http-X-Pinned' } };
    const through = (header: string) =>
      app.hook('appointment_created', setting, allyRequest({ body: created, header }));
    expect((await through('x-pinned')).status).toBe('success');
    expect((await through('x-other')).status).toBe('halted');
  });
});

describe('a rejected delivery halts the Zap and never counts as an error', () => {
  test.each([
    ['forged', allyRequest({ body: created, forged: true }), 'No signature of the delivery matches'],
    ['unsigned', allyRequest({ body: created, unsigned: true }), 'No signature was found'],
    ['not JSON', allyRequest({ body: 'hello', secret }), 'cannot be read as JSON'],
    ['of another shape', allyRequest({ body: { appointment: {} }, secret }), 'does not have the shape'],
  ])('%s', async (_title, request, message) => {
    expect(await app.hook('any_event', connected(), request)).toEqual({
      status: 'halted',
      message: expect.stringContaining(message),
    });
  });

  test('changed on its way, by a single byte', async () => {
    const request = allyRequest({ body: created });
    const body = Buffer.from(request.body ?? []);
    body[20] = (body[20] ?? 0) ^ 1;
    expect((await app.hook('any_event', connected(), { ...request, body })).status).toBe('halted');
  });
});

describe('samples', () => {
  test('are recent records that the event can have told, in the shape of live items', async () => {
    const appointment = { ...JSON.parse(created.toString()).data, id: 'apt_recent', status: 'completed' };
    const recent = await startAllyApi([appointment]);
    const setting = { authData: { apiKey: 'test_key', baseUrl: recent.url } };
    const completed = await app.sample('appointment_completed', setting);
    const cancelled = await app.sample('appointment_cancelled', setting);
    await recent.close();
    expect(completed).toMatchObject([{ id: 'apt_recent', trigger: { event: 'appointment.completed' } }]);
    expect(cancelled).toMatchObject([{ id: 'apt_9HRUhuDrE9x882Tgx2', status: 'cancelled' }]);
  });

  test.each([
    ['there is no API key', {}],
    ['the key is refused', { apiKey: 'test_wrong' }],
  ])('come from a recorded delivery where %s', async (_title, authData) => {
    const setting = { authData: { baseUrl: api.url, ...authData } };
    expect(await app.sample('appointment_created', setting)).toMatchObject([
      { id: 'apt_9HRUhuDrE9x882Tgx2', trigger: { event: 'appointment.created' } },
    ]);
  });
});
