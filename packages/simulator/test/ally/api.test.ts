import type { Appointment } from '../../src/platforms/ally/records.ts';
import { call, running } from '../running.ts';

interface Rows {
  readonly data: readonly Appointment[];
}

const start = running();
const headers = { authorization: 'test_carehooks' };
const documented = 'apt_9HRUhuDrE9x882Tgx2';

async function openApi(settings = {}) {
  const simulator = await start.simulator({ ally: { settings: { api: settings } } });
  const { ally } = simulator.platforms;
  const base = simulator.url + ally.apiPath;
  const get = <Body>(path: string, sent: Record<string, string> = headers) =>
    call<Body>(base + path, { headers: sent });
  const list = async (filter: string) => {
    const { body } = await get<Rows>(`/appointments?filter=${encodeURIComponent(filter)}`);
    return body.data.map(({ id }) => id);
  };
  return { simulator, ally, base, get, list };
}

describe('authorisation', () => {
  test.each([
    ['key', 'test_carehooks', 200],
    ['key', 'Bearer test_carehooks', 401],
    ['key', 'test_other', 401],
    ['key', '', 401],
    ['bearer', 'Bearer test_carehooks', 200],
    ['bearer', 'test_carehooks', 401],
    ['either', 'test_carehooks', 200],
    ['either', 'bearer live_carehooks', 200],
  ])('%s: %s answers %d', async (authorization, authorizationHeader, status) => {
    const { get } = await openApi({ authorization });
    const answer = await get('/organisations', { authorization: authorizationHeader });
    expect(answer.status).toBe(status);
    if (status === 401) expect(answer.body).toEqual({ message: 'Unauthorized' });
  });

  test('the prefix of the key decides which records there are', async () => {
    const { get } = await openApi();
    const test_ = await get<Rows>('/appointments');
    const live = await get<Rows>('/appointments', { authorization: 'live_carehooks' });
    expect(test_.body.data).toHaveLength(4);
    expect(live.body.data.map(({ externalRef }) => externalRef)).toEqual(['MYREF123', 'LIVE-1']);
  });

  test('an unknown path asks for the key before it is not found', async () => {
    const { get } = await openApi();
    expect((await get('/nowhere', {})).status).toBe(401);
    expect(await get('/nowhere')).toMatchObject({ status: 404, body: { message: 'Not found' } });
  });
});

describe('records', () => {
  test.each([
    ['/organisations', [{ name: 'Galloway Home Diagnostics' }]],
    [`/appointments/${documented}`, { id: documented, patient: { id: 'p_Nalv9kl3lT0g8wGlC1' } }],
    ['/patients/p_Nalv9kl3lT0g8wGlC1', { firstName: 'Zoë', lastName: "O'Neill" }],
    ['/tasks', [{ name: 'Blood draw' }, { name: 'Wound dressing' }]],
    ['/tasks/tsk_LMHYyxJ9TNehdKhcaz', { name: 'Blood draw' }],
    ['/practitioners/pr_Edzpwwr2f1idMFpfBb5', { firstName: 'Amara' }],
    ['/patients?filter=name~%22morag%22', [{ lastName: 'Sinclair' }]],
  ])('%s', async (path, data) => {
    const { get } = await openApi();
    expect(await get(path)).toMatchObject({ status: 200, body: { data } });
  });

  test.each(['/appointments/apt_x', '/patients/p_x', '/tasks/x', '/windows/win_OxhmNYLO74r6988yom'])(
    '%s is not found',
    async (path) => {
      const { get } = await openApi();
      expect(await get(path)).toMatchObject({ status: 404, body: { message: expect.any(String) } });
    },
  );

  test('windows exist when the setting says so', async () => {
    const { get } = await openApi({ windows: true });
    expect(await get('/windows/win_OxhmNYLO74r6988yom')).toMatchObject({
      body: { data: { startAt: '2023-10-14T10:00:00.000Z' } },
    });
  });

  test('answers come without an envelope when the setting says so', async () => {
    const { get } = await openApi({ envelope: false });
    expect((await get(`/appointments/${documented}`)).body).toMatchObject({ id: documented });
    expect((await get('/appointments')).body).toHaveLength(4);
  });

  test('a list is cut when the setting says so, and the rest is found by the time of change', async () => {
    const { list } = await openApi({ pageRows: 2 });
    const first = ['apt_3KpLmZx9Vb2NqWs7Ed', documented];
    expect(await list('updatedAt>"2023"')).toEqual(first);
    const rest = ['apt_0WsXcDeRfV5TgByHnU', 'apt_6TgBnHyUjM4KiLoPq1'];
    expect(await list('updatedAt>"2023-10-13T09:53:45.552Z"')).toEqual(rest);
  });
});

describe('filter', () => {
  test.each([
    ['externalRef:"test_external_ref"', ['apt_3KpLmZx9Vb2NqWs7Ed']],
    ['updatedAt>"2023-10-15"', ['apt_6TgBnHyUjM4KiLoPq1', 'apt_0WsXcDeRfV5TgByHnU']],
    ['patient.name~"John"', ['apt_3KpLmZx9Vb2NqWs7Ed', 'apt_0WsXcDeRfV5TgByHnU']],
    ['metadata.visit>=2', ['apt_6TgBnHyUjM4KiLoPq1']],
    ['window.startAt<"2023-10-15"', [documented]],
  ])('%s', async (filter, ids) => {
    const { list } = await openApi();
    expect(await list(filter)).toEqual(ids);
  });

  test('several count together, and one that cannot be read is refused', async () => {
    const { get } = await openApi();
    const both = await get<Rows>('/appointments?filter=status:%22scheduled%22&filter=note~%22my%22');
    expect(both.body.data.map(({ id }) => id)).toEqual([documented]);
    expect(await get('/appointments?filter=status')).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('updatedAt>"2024-08-29"') },
    });
  });
});

describe('expand', () => {
  const zoe = expect.objectContaining({ firstName: 'Zoë' });
  const thin = { id: 'p_Nalv9kl3lT0g8wGlC1' };
  test.each([
    ['comma', 'expand=patient,task,window', zoe],
    ['comma', 'expand=patient&expand=task', zoe],
    ['comma', 'expand[]=patient', thin],
    ['brackets', 'expand[]=patient&expand[]=task', zoe],
    ['brackets', 'expand=patient', thin],
    ['off', 'expand=patient', thin],
    ['comma', 'expand=unknown', thin],
  ])('%s: ?%s', async (form, query, patient) => {
    const { get } = await openApi({ expand: form });
    const { body } = await get<{ data: Appointment }>(`/appointments/${documented}?${query}`);
    expect(body.data.patient).toEqual(patient);
  });

  test('works in lists, and leaves what is null', async () => {
    const { get } = await openApi();
    const { body } = await get<Rows>('/appointments?expand=window,practitioner');
    expect(body.data.map(({ window }) => window)).toEqual([
      expect.objectContaining({ endAt: '2023-10-14T12:00:00.000Z' }),
      null,
      expect.objectContaining({ id: 'win_2sDfGhJkLzXcVbNmQw' }),
      expect.objectContaining({ startAt: '2023-10-17T08:00:00.000Z' }),
    ]);
  });
});

describe('request log', () => {
  test('tells method, path, query and status, and nothing of headers', async () => {
    const { ally, get } = await openApi();
    await get('/appointments?filter=status:%22scheduled%22');
    await get('/patients/p_x', {});
    expect(ally.requests.list()).toMatchObject([
      {
        method: 'GET',
        path: '/ally/v1/appointments',
        query: { filter: ['status:"scheduled"'] },
        status: 200,
      },
      { method: 'GET', path: '/ally/v1/patients/p_x', query: {}, status: 401 },
    ]);
    expect(ally.requests.list({ path: '/appointments' })).toHaveLength(1);
    expect(ally.requests.list({ method: 'POST' })).toHaveLength(0);
    expect(JSON.stringify(ally.requests.list())).not.toContain('test_carehooks');
  });
});
