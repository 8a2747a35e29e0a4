import { ekaCare } from '../../../src/index.ts';
import type { Routes } from '../../../src/testing/index.ts';
import { scriptedClient } from '../../scripted-client.ts';

const { relations } = ekaCare;

function fetch(name: keyof typeof relations, id: string, routes: Routes) {
  const { run, calls } = scriptedClient('https://api.eka.care', routes);
  return { calls, result: run(relations[name].fetch(id, {})) };
}

test.each([
  ['appointment', { appointment_id: 'a1' }, 'a1'],
  ['appointment', { aid: 'a2' }, 'a2'],
  ['patient', { patient_id: 'p1', patient_oid: 'p2' }, 'p1'],
  ['patient', { patient_oid: 'p2' }, 'p2'],
  ['patient', { patientid: 'p3' }, 'p3'],
  ['doctor', { doctor_oid: 'd2' }, 'd2'],
  ['doctor', { doctor_id: '', doctor_oid: 'd2' }, 'd2'],
  ['clinic', { clinic_id: 'c1' }, 'c1'],
  ['prescription', { rx_id: 'rx1' }, 'rx1'],
  ['previousAppointment', { appointment_id: 'new', p_aid: 'old' }, 'old'],
  ['previousAppointment', { appointment_id: 'new', p_aid: null }, null],
  ['transcription', { service: 'v2rx', transaction_id: 't1' }, 't1'],
  ['transcription', { transaction_id: 't1' }, null],
] as const)('finds the %s of %j', (name, entity, id) => {
  expect(relations[name].id(entity)).toBe(id);
});

test('takes a clinic out of both its wrappings', async () => {
  const clinic = { clinic_id: 'c1', name: 'Endocrine clinic' };
  const { result } = fetch('clinic', 'c1', {
    'GET /dr/v1/business/clinic/c1': { json: { success: true, data: { clinic } } },
  });
  expect(await result).toEqual(clinic);
});

test.each([
  [{ status: 404, json: { success: false, code: 'CLINIC_NOT_FOUND', message: 'No' } }, 'api-not-found'],
  [{ status: 403, json: { message: 'Forbidden' } }, 'api-forbidden'],
  [{ json: { success: true, data: {} } }, 'api-answer-unexpected'],
  [{ json: { success: false, code: 'X', message: 'No' } }, 'api-answer-unexpected'],
])('takes %j for no clinic', async (answer, code) => {
  const { result } = fetch('clinic', 'c1', { 'GET /dr/v1/business/clinic/c1': answer });
  await expect(result).rejects.toMatchObject({ code });
});

test('knows a doctor that does not exist by the code of the answer 500', async () => {
  const json = { data: {}, error: { code: 'INVALID_DATA', message: 'Invalid doctor' } };
  const { result } = fetch('doctor', 'd1', { 'GET /dr/v1/doctor/d1': { status: 500, json } });
  await expect(result).rejects.toMatchObject({ code: 'api-not-found' });
});

test.each([
  [{ error: { code: 'SERVER_ERROR', message: 'Down' } }],
  [{ code: 500, error: 'Down' }],
  [{ message: 'Down' }],
  [null],
])('asks again after any other 500, such as %j', async (json) => {
  const doctor = { id: 'd1', profile: { personal: { first_name: 'Rahul' } } };
  const route = 'GET /dr/v1/doctor/d1';
  const recovering = fetch('doctor', 'd1', { [route]: [{ status: 500, json }, { json: doctor }] });
  expect(await recovering.result).toEqual(doctor);
  const down = fetch('doctor', 'd1', { [route]: { status: 500, json } });
  await expect(down.result).rejects.toMatchObject({ code: 'api-unavailable', facts: { status: 500 } });
});

test('ids cannot leave their place in the address', async () => {
  const { result, calls } = fetch('patient', '{{id}}/../x?y', {});
  await expect(result).rejects.toMatchObject({ code: 'api-not-found' });
  expect(calls).toEqual(['GET /dr/v1/patient/%7B%7Bid%7D%7D%2F..%2Fx%3Fy']);
});
