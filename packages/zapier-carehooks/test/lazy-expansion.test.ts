import type { JsonObject } from '@carehooks/core';
import { type Bundle, createAppTester } from 'zapier-platform-core';
import App from '../src/apps/ally.ts';
import type { Perform } from '../src/sealed.ts';
import { patient, startAllyApi } from './support/ally-api.ts';
import { type Answer, type LoopbackApi, startApi } from './support/loopback.ts';

const appTester = createAppTester(App);

let api: LoopbackApi;
const appointments: JsonObject[] = [];

beforeAll(async () => {
  api = await startAllyApi(appointments);
});

afterAll(() => api.close());

beforeEach(() => {
  api.calls.length = 0;
  appointments.length = 0;
});

/** What a poll gives for one appointment, before Zapier has looked at it. */
async function poll(more: JsonObject = {}, baseUrl = api.url): Promise<JsonObject> {
  const updatedAt = '2026-01-01T10:00:00.000Z';
  appointments.push({ id: 'apt_1', createdAt: updatedAt, updatedAt, patient: { id: patient.id }, ...more });
  const { perform } = App.triggers['updated_appointment']?.operation as { perform: Perform<JsonObject[]> };
  const [item] = await appTester(perform, bundleOf({ expand: ['patient'] }, baseUrl));
  if (item === undefined) throw new Error('The poll gave no item.');
  return item;
}

function bundleOf(inputData: object, baseUrl = api.url): Partial<Bundle> {
  return { authData: { apiKey: 'test_key', baseUrl, expandQuery: '' }, inputData: { ...inputData } };
}

describe('records of a polled item', () => {
  test('are left to the hydrator, which gets the item that was polled', async () => {
    const { $HOIST$: pointer, ...item } = await poll({ trigger: 'its own' });
    expect(pointer).toMatch(/^hydrate\|\|\|/);
    expect(api.calls).toHaveLength(1);
    const { expandChange } = App.hydrators as { expandChange: Perform<JsonObject> };
    expect(await appTester(expandChange, bundleOf({ expand: ['patient'], item }))).toEqual({
      ...item,
      patient,
      trigger: { ...(item['trigger'] as JsonObject), expansion: { patient: 'ok' } },
    });
  });
});

describe('an API that takes all the time there is for its list', () => {
  const start = Date.now();
  let slow: LoopbackApi;
  let now: jest.SpyInstance<number, []>;

  beforeAll(async () => {
    now = jest.spyOn(Date, 'now').mockReturnValue(start);
    slow = await startApi(() => {
      now.mockReturnValue(start + 20_000);
      return { json: { data: appointments } };
    });
  });

  afterAll(() => {
    now.mockRestore();
    return slow.close();
  });

  test('is asked for nothing more, so that Zapier has its answer in time', async () => {
    const item = await poll({ data: { notes: 'ä'.repeat(6_000) } }, slow.url);
    expect(item).toMatchObject({ id: 'apt_1', trigger: { expansion: { patient: 'timeout' } } });
    expect(slow.calls).toHaveLength(1);
  });
});

describe('an API that is busy for a moment', () => {
  let busy: LoopbackApi;
  const answers: Answer[] = [
    { status: 429, headers: { 'retry-after': '0' } },
    { json: { data: appointments } },
  ];

  beforeAll(async () => {
    busy = await startApi(() => answers.shift() ?? { status: 500 });
  });

  afterAll(() => busy.close());

  test('is asked again', async () => {
    expect(await poll({}, busy.url)).toMatchObject({ id: 'apt_1' });
    expect(busy.calls).toHaveLength(2);
  });
});
