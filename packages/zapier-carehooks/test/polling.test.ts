import type { ZapierApp } from '@carehooks/harness/zapier';
import { outputFields } from '../src/output-fields/ally.ts';
import { patient, startAllyApi } from './support/ally-api.ts';
import { openBuiltApp } from './support/built-app.ts';
import { Dedupe } from './support/dedupe.ts';
import type { LoopbackApi } from './support/loopback.ts';

const trigger = 'updated_appointment';
const perform = `triggers.${trigger}.operation.perform`;

function appointment(id: string, updatedAt: string, more: Record<string, unknown> = {}) {
  return { id, status: 'scheduled', createdAt: updatedAt, updatedAt, patient: { id: patient.id }, ...more };
}

let app: ZapierApp;
let api: LoopbackApi;
const appointments: unknown[] = [];

beforeAll(async () => {
  [app, api] = await Promise.all([openBuiltApp('ally'), startAllyApi(appointments)]);
});

afterAll(() => Promise.all([app.close(), api.close()]));

beforeEach(() => {
  api.calls.length = 0;
  appointments.length = 0;
});

const connected = (inputData: Record<string, unknown> = {}) => ({
  authData: { apiKey: 'test_key', baseUrl: api.url, expandQuery: '' },
  inputData,
});

describe('polling', () => {
  test('runs the Zap once for each change of each appointment', async () => {
    const dedupe = new Dedupe(outputFields);
    const poll = async () => dedupe.take(await app.poll(trigger, connected()));

    appointments.push(appointment('apt_1', '2026-01-01T10:00:00.000Z'));
    appointments.push(appointment('apt_2', '2026-01-01T10:00:00.000Z'));
    expect((await poll()).map(({ id }) => id)).toEqual(['apt_1', 'apt_2']);

    expect(await poll()).toEqual([]);

    appointments[1] = appointment('apt_2', '2026-01-01T11:00:00.000Z', { status: 'completed' });
    expect(await poll()).toMatchObject([{ id: 'apt_2', status: 'completed' }]);

    expect(await poll()).toEqual([]);
  });

  test('tells apart two states of one appointment in one answer', async () => {
    appointments.push(appointment('apt_1', '2026-01-01T11:00:00.000Z'));
    appointments.push(appointment('apt_1', '2026-01-01T10:00:00.000Z'));
    const items = await app.poll(trigger, connected());
    expect(new Dedupe(outputFields).take(items)).toHaveLength(2);
  });

  test.each([
    [{}, 24],
    [{ look_back_hours: 72 }, 72],
  ])('looks back as far as the user says: %j', async (inputData, hours) => {
    const before = Date.now();
    await app.poll(trigger, connected(inputData));
    const filter = new URL(api.calls[0]?.url ?? '', api.url).searchParams.get('filter');
    const since = Date.parse(/^updatedAt>"(.+)"$/.exec(filter ?? '')?.[1] ?? '');
    expect(Math.abs(since - (before - hours * 3_600_000))).toBeLessThan(10_000);
  });

  test('gives newest changes first, in the shape of webhook items', async () => {
    appointments.push(appointment('apt_old', '2026-01-01T10:00:00.000Z'));
    appointments.push(appointment('apt_new', '2026-01-02T10:00:00.000Z'));
    expect(await app.poll(trigger, connected())).toMatchObject([
      { id: 'apt_new', trigger: { event: 'appointment.updated', environment: 'test', expansion: {} } },
      { id: 'apt_old' },
    ]);
  });

  test('says what to do when the key is refused', async () => {
    const setting = { ...connected(), authData: { apiKey: 'test_wrong', baseUrl: api.url } };
    await expect(app.poll(trigger, setting)).rejects.toMatchObject({
      name: 'AppError',
      message: expect.stringContaining('Check the API key in the credentials'),
    });
  });
});

describe('related records of polled items', () => {
  const expanding = (more: Record<string, unknown> = {}) => connected({ expand: ['patient'], ...more });

  test('are fetched only when Zapier comes to use an item', async () => {
    appointments.push(appointment('apt_1', '2026-01-01T10:00:00.000Z'));
    await app.call(perform, expanding());
    expect(api.calls.map(({ url }) => url.split('?')[0])).toEqual(['/appointments']);
  });

  test('are there when a Zap runs', async () => {
    appointments.push(appointment('apt_1', '2026-01-01T10:00:00.000Z', { trigger: 'its own' }));
    const [item] = await app.poll(trigger, expanding());
    expect(item).toMatchObject({
      id: 'apt_1',
      patient,
      trigger: { event: 'appointment.updated', expansion: { patient: 'ok' }, shadowed: 'its own' },
    });
    expect(item).not.toHaveProperty('$HOIST$');
  });

  test('do not change what Zapier compares', async () => {
    const dedupe = new Dedupe(outputFields);
    appointments.push(appointment('apt_1', '2026-01-01T10:00:00.000Z'));
    const raw = async () =>
      dedupe.take((await app.call(perform, expanding())) as Array<Record<string, unknown>>);
    expect(await raw()).toHaveLength(1);
    expect(await raw()).toHaveLength(0);
  });

  test('respect the short form, in what Zapier keeps as well', async () => {
    appointments.push(appointment('apt_1', '2026-01-01T10:00:00.000Z', { phoneNumber: '+44777711111' }));
    const kept = JSON.stringify(await app.call(perform, expanding({ output: 'minimal' })));
    expect(kept).toContain('hydrate|||');
    expect(kept).not.toContain('+44777711111');
    const [item] = await app.poll(trigger, expanding({ output: 'minimal' }));
    expect(item).toMatchObject({
      id: 'apt_1',
      patient: { id: patient.id },
      trigger: { expansion: { patient: 'ok' } },
    });
    expect(item).not.toHaveProperty('phoneNumber');
    expect(item).not.toHaveProperty('patient.firstName');
  });

  test('of very large appointments are fetched at once, each record once', async () => {
    const large = { data: { notes: 'ä'.repeat(20_000) } };
    appointments.push(appointment('apt_1', '2026-01-01T11:00:00.000Z', large));
    appointments.push(appointment('apt_2', '2026-01-01T10:00:00.000Z'));
    appointments.push(appointment('apt_3', '2026-01-01T09:00:00.000Z', large));
    const items = (await app.call(perform, expanding())) as object[];
    const hoist = expect.stringMatching(/^hydrate/);
    expect(items).toMatchObject([
      { id: 'apt_1', patient },
      { id: 'apt_2', $HOIST$: hoist },
      { id: 'apt_3', patient },
    ]);
    expect(api.calls.map(({ url }) => url.split('?')[0])).toEqual([
      '/appointments',
      `/patients/${patient.id}`,
    ]);
  });
});
