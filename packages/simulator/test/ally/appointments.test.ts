import type { Appointment } from '../../src/platforms/ally/records.ts';
import { editAppointment } from '../../src/platforms/ally/appointments.ts';
import { seed } from '../../src/platforms/ally/seed.ts';
import { call, running } from '../running.ts';

const start = running();
const headers = { authorization: 'test_carehooks' };
const documented = 'apt_9HRUhuDrE9x882Tgx2';

const newAppointment = {
  patientId: 'p_4mKx81TqWv0ZsLbN3d',
  taskId: 'tsk_LMHYyxJ9TNehdKhcaz',
  phoneNumber: '+447700900101',
  location: { line1: '1 Mill Lane', city: 'Bristol', postalCode: 'BS1 9ZZ', country: 'United Kingdom' },
};

async function openClinic() {
  const simulator = await start.simulator();
  const receiver = await start.receiver(200);
  const { ally } = simulator.platforms;
  ally.createWebhook({ url: receiver.url, events: ally.events });
  const told = async () => {
    await simulator.settled();
    const bodies = receiver.texts().map((text) => JSON.parse(text) as { data: Appointment });
    return ally.deliveries.list().map(({ events }, index) => [events[0], bodies[index]?.data]);
  };
  return { api: `${simulator.url}/ally/v1`, dashboard: `${simulator.url}/ally/dashboard`, told };
}

describe('through the API', () => {
  test('an appointment without a window tells created', async () => {
    const { api, told } = await openClinic();
    const { status, body } = await call<{ data: Appointment }>(`${api}/appointments`, {
      headers,
      json: { ...newAppointment, externalRef: 'R1', metadata: { panel: 'B' } },
    });
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      id: expect.stringMatching(/^apt_\w{18}$/),
      status: 'scheduling',
      window: null,
      externalRef: 'R1',
      metadata: { panel: 'B' },
      location: { line2: null },
    });
    expect(await told()).toEqual([['appointment.created', body.data]]);
    const found = await call<{ data: Appointment }>(`${api}/appointments/${body.data.id}`, { headers });
    expect(found.body.data).toEqual(body.data);
  });

  test('an appointment with a window tells created and scheduled', async () => {
    const { api, told } = await openClinic();
    const json = { ...newAppointment, windowId: 'win_2sDfGhJkLzXcVbNmQw' };
    const { body } = await call<{ data: Appointment }>(`${api}/appointments`, { headers, json });
    expect(body.data).toMatchObject({ status: 'scheduled', window: { id: 'win_2sDfGhJkLzXcVbNmQw' } });
    expect(await told()).toEqual([
      ['appointment.created', body.data],
      ['appointment.scheduled', body.data],
    ]);
  });

  test.each([
    [{ ...newAppointment, patientId: 'p_x' }, 'patientId: there is no record p_x'],
    [{ ...newAppointment, windowId: 'win_x' }, 'windowId: there is no record win_x'],
    [{ ...newAppointment, phoneNumber: '0123' }, 'phoneNumber: must be in E.164 form'],
    [{ ...newAppointment, location: { line1: 'x' } }, 'location.city: '],
    [{ ...newAppointment, surprise: 1 }, 'surprise'],
  ])('refuses %#', async (json, message) => {
    const { api, told } = await openClinic();
    const answer = await call(`${api}/appointments`, { headers, json });
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining(message) } });
    expect(await told()).toEqual([]);
  });

  test('cancels once', async () => {
    const { api, told } = await openClinic();
    const url = `${api}/appointments/${documented}/cancel`;
    const json = { reasonCode: 'cannot_find_location', causingEntity: 'patient' };
    const { body } = await call<{ data: Appointment }>(url, { headers, json });
    expect(body.data).toMatchObject({ status: 'cancelled', cancellation: { ...json, note: null } });
    expect(await call(url, { headers, json })).toMatchObject({ status: 400 });
    expect(await told()).toEqual([['appointment.cancelled', body.data]]);
  });

  test('needs a key and a known appointment', async () => {
    const { api } = await openClinic();
    expect((await call(`${api}/appointments`, { json: newAppointment })).status).toBe(401);
    expect((await call(`${api}/appointments/apt_x/cancel`, { headers, json: {} })).status).toBe(404);
  });
});

describe('through the dashboard', () => {
  test.each([
    [
      'POST',
      'complete',
      { completionNotes: 'Done', data: { bp: 1 } },
      'appointment.completed',
      { status: 'completed' },
    ],
    ['PATCH', '', { note: 'New' }, 'appointment.updated', { note: 'New', status: 'scheduled' }],
    ['PATCH', '', {}, 'appointment.updated', { status: 'scheduled' }],
    ['POST', 'cancel', { note: 'Ill' }, 'appointment.cancelled', { cancellation: { note: 'Ill' } }],
    [
      'POST',
      'schedule',
      { windowId: 'win_9pOiUyTrEwQaSdFgHj' },
      'appointment.scheduled',
      { status: 'scheduled' },
    ],
  ])('%s %s %j tells %s', async (method, action, json, event, expected) => {
    const { dashboard, told } = await openClinic();
    const path = `appointments/${documented}${action === '' ? '' : `/${action}`}`;
    const { status, body } = await call<Appointment>(`${dashboard}/${path}`, { method, json });
    expect(status).toBe(200);
    expect(body).toMatchObject(expected);
    expect(await told()).toEqual([[event, body]]);
  });

  test('polling sees what has changed since', async () => {
    const { api, dashboard } = await openClinic();
    const since = new Date().toISOString();
    const url = `${api}/appointments?filter=${encodeURIComponent(`updatedAt>="${since}"`)}`;
    expect((await call(url, { headers })).body).toEqual({ data: [] });
    await call(`${dashboard}/appointments/${documented}`, { method: 'PATCH', json: {} });
    expect((await call(url, { headers })).body).toMatchObject({ data: [{ id: documented }] });
  });

  test('an edited cancellation tells cancelled again, later than before', async () => {
    const { dashboard, told } = await openClinic();
    const url = `${dashboard}/appointments/${documented}/cancel`;
    const first = await call<Appointment>(url, { json: { reasonCode: 'patient_not_present' } });
    const second = await call<Appointment>(url, { json: { note: 'Moved' } });
    expect(second.body.cancellation).toMatchObject({ reasonCode: 'patient_not_present', note: 'Moved' });
    expect(second.body.updatedAt > first.body.updatedAt).toBe(true);
    expect(await told()).toHaveLength(2);
  });

  test('two changes within a millisecond are two versions', () => {
    const data = seed('test');
    const now = Date.parse('2026-01-15T09:30:00.000Z');
    const versions = [1, 2].map(() => editAppointment(data, documented, {}, now).appointment.updatedAt);
    expect(versions).toEqual(['2026-01-15T09:30:00.000Z', '2026-01-15T09:30:00.001Z']);
  });

  test('works on the mode that is asked for', async () => {
    const { dashboard, told } = await openClinic();
    const answer = await call(`${dashboard}/appointments/apt_1LiVeQwErTyUiOpAsD?mode=live`, {
      method: 'PATCH',
      json: { note: 'x' },
    });
    expect(answer.status).toBe(200);
    // The webhook is of test mode.
    expect(await told()).toEqual([]);
    expect(await call(`${dashboard}/appointments?mode=other`)).toMatchObject({ status: 400 });
  });
});
