import type { PlainInputField } from 'zapier-platform-core';
import { type ClinicApi, startClinicApi } from './support/clinic-api.ts';
import { call, clinicApp, connectionTo } from './support/clinic-app.ts';

let api: ClinicApi;

beforeAll(async () => {
  api = await startClinicApi();
});

afterAll(() => api.close());

const load = () =>
  call('list_doctors', 'perform', { authData: connectionTo(api.url, api.token), inputData: {} });

test('a list of the API has a hidden trigger with values and labels', async () => {
  await expect(load()).resolves.toEqual([
    { id: '7', name: 'Dr. Okafor' },
    { id: '8', name: 'Dr. Nováková' },
  ]);
  expect(clinicApp.triggers['list_doctors']?.display).toMatchObject({ hidden: true });
});

test('an API that refuses is told to the user with what to do', async () => {
  api.fault = { status: 403, text: 'canary' };
  const error = (await load().catch((thrown: unknown) => thrown)) as Error;
  api.fault = null;
  expect(error).toMatchObject({ name: 'AppError', message: expect.stringContaining('Ask an administrator') });
  expect(error.message).not.toContain('canary');
});

test('fields are filled from it, and several may be chosen', () => {
  const fields = (clinicApp.triggers['any_event']?.operation.inputFields ?? []) as PlainInputField[];
  const dynamic = fields.filter((field) => field.dynamic !== undefined);
  expect(dynamic.map(({ key, dynamic: from, list }) => ({ key, from, list }))).toEqual([
    { key: 'custom_events', from: 'list_events.id.name', list: true },
    { key: 'doctor_id', from: 'list_doctors.id.name', list: true },
  ]);
});
