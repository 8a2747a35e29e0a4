import type { JsonObject } from '@carehooks/core';
import { type Bundle, createAppTester, type ZObject } from 'zapier-platform-core';
import App from '../src/apps/ally.ts';
import { patient, startAllyApi } from './support/ally-api.ts';
import { type Answer, type LoopbackApi, startApi } from './support/loopback.ts';

const appTester = createAppTester(App);

type Work<Result> = (z: ZObject, bundle: Bundle) => Promise<Result>;

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
  const { perform } = App.triggers['updated_appointment']?.operation as { perform: Work<JsonObject[]> };
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
    const { expandChange } = App.hydrators as { expandChange: Work<JsonObject> };
    expect(await appTester(expandChange, bundleOf({ expand: ['patient'], item }))).toEqual({
      ...item,
      patient,
      trigger: { ...(item['trigger'] as JsonObject), expansion: { patient: 'ok' } },
    });
  });

  test('are fetched at once where the item is too large to be handed over', async () => {
    const item = await poll({ data: { notes: 'ä'.repeat(6_000) } });
    expect(item).toMatchObject({ id: 'apt_1', patient });
    expect(item).not.toHaveProperty('$HOIST$');
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

describe('samples', () => {
  test('are recorded ones where the API cannot be asked', async () => {
    const { performList } = App.triggers['appointment_completed']?.operation as unknown as {
      performList: Work<JsonObject[]>;
    };
    const wrong = { ...bundleOf({}), authData: { apiKey: 'test_wrong', baseUrl: api.url } };
    const [sample] = await appTester(performList, wrong);
    expect(sample).toMatchObject({ status: 'completed', trigger: { event: 'appointment.completed' } });
  });
});
