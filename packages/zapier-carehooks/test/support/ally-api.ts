import { type LoopbackApi, startApi } from './loopback.ts';

export const patient = { id: 'p_Nalv9kl3lT0g8wGlC1', firstName: 'Zoë', lastName: 'O’Neill' };
export const task = { id: 'tsk_LMHYyxJ9TNehdKhcaz', name: 'Blood draw' };

/** Ally's API with the patient and the task of the fixtures; appointments come from a list that tests may change. */
export function startAllyApi(appointments: readonly unknown[] = []): Promise<LoopbackApi> {
  return startApi(({ url, headers }) => {
    if (headers.authorization !== 'test_key') return { status: 401, json: { message: 'Unknown key' } };
    const { pathname } = new URL(url, 'http://127.0.0.1');
    switch (pathname) {
      case '/organisations':
        return { json: { data: [{ id: 'org_1', name: 'Harbour Clinic' }] } };
      case '/appointments':
        return { json: { data: appointments } };
      case `/patients/${patient.id}`:
        return { json: { data: patient } };
      case `/tasks/${task.id}`:
        return { json: { data: task } };
      default:
        return { status: 404, json: { message: 'Not found' } };
    }
  });
}
