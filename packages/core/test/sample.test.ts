import {
  ally,
  changedItems,
  type CompleteOptions,
  fixtureItem,
  type Platform,
  sampleItems,
} from '../src/index.ts';
import { fakeClock, memorySeen, type Routes, type Script, scriptedHttp } from '../src/testing/index.ts';

const record = {
  id: 'apt_1',
  status: 'scheduled',
  updatedAt: '2026-01-01T00:00:00.000Z',
  patient: { id: 'p_1' },
};

function records(count: number, changed: Record<string, string> = {}) {
  return Array.from({ length: count }, (_, index) => ({
    ...record,
    id: `apt_${index}`,
    updatedAt: `2026-01-0${index + 1}T00:00:00.000Z`,
    ...changed,
  }));
}

function bench(routes: Routes | Script, platform: Platform = ally) {
  const api = scriptedHttp(routes);
  const options: CompleteOptions = {
    platform,
    connection: { apiKey: 'live_1', expandQuery: '' },
    relations: [],
    onFailure: 'keep',
    output: 'full',
    timeLimit: 10_000,
    http: api.http,
    clock: fakeClock(),
  };
  return { ...api, options };
}

describe('samples', () => {
  it('are the three newest records of the API', async () => {
    const { options, calls } = bench({ json: { data: records(5) } });
    const items = await sampleItems('appointment.scheduled', options);
    expect(items.map(({ id }) => id)).toEqual(['apt_4', 'apt_3', 'apt_2']);
    expect(items[0]?.trigger).toMatchObject({
      event: 'appointment.scheduled',
      eventFrom: 'declared',
      environment: 'live',
      verified: 'hmac-sha256',
      receivedAt: '2026-01-15T09:30:00.000Z',
    });
    expect(calls).toEqual(['GET /v1/appointments']);
  });

  it('are expanded like live items', async () => {
    const { options } = bench({
      'GET /v1/appointments': { json: [record] },
      'GET /v1/patients/p_1': { json: { id: 'p_1', firstName: 'Zoë' } },
    });
    const [item] = await sampleItems(null, { ...options, relations: ['patient'] });
    expect(item).toMatchObject({ patient: { firstName: 'Zoë' }, trigger: { expansion: { patient: 'ok' } } });
  });

  it('share the time between the list and what is fetched for it, and so does polling', async () => {
    const clock = fakeClock();
    const list = () => {
      clock.advance(7_000);
      return { json: [record] };
    };
    const { options, requests } = bench({
      'GET /v1/appointments': list,
      'GET /v1/patients/p_1': { json: { id: 'p_1' } },
    });
    const sharing = { ...options, clock, relations: ['patient'] };
    await sampleItems(null, sharing);
    await changedItems('2026-01-01T00:00:00.000Z', sharing);
    expect(requests.map(({ timeout }) => timeout)).toEqual([5_000, 3_000, 5_000, 3_000]);
  });

  it('leave out records that the event cannot have told', async () => {
    const completed = { ...record, id: 'apt_done', status: 'completed' };
    const { options } = bench({ json: [record, completed, { id: '' }] });
    const items = await sampleItems('appointment.completed', options);
    expect(items.map(({ id }) => id)).toEqual(['apt_done']);
    const any = await sampleItems(null, options);
    expect(any.map(({ id, trigger }) => [id, trigger.event, trigger.eventFrom])).toEqual([
      ['apt_1', 'appointment.scheduled', 'derived'],
      ['apt_done', 'appointment.completed', 'derived'],
    ]);
  });

  it('are recorded ones where the API has none that fits', async () => {
    const { options, calls } = bench({ json: { data: [record] } });
    const items = await sampleItems('appointment.cancelled', { ...options, relations: ['patient'] });
    expect(items).toMatchObject([
      { status: 'cancelled', trigger: { event: 'appointment.cancelled', expansion: {} } },
    ]);
    expect(calls).toHaveLength(1);
  });

  it('are recorded ones where the API has no list, without a call', async () => {
    const platform = { ...ally, samples: { fixtures: ally.samples.fixtures } };
    const { options, calls } = bench({ status: 500 }, platform);
    expect(await sampleItems(null, options)).toMatchObject([{ trigger: { event: 'appointment.created' } }]);
    expect(calls).toEqual([]);
  });

  it('are no recorded ones where the API cannot be asked', async () => {
    const { options } = bench({ status: 401 });
    await expect(sampleItems(null, options)).rejects.toMatchObject({ code: 'api-unauthorized' });
  });
});

describe('a recorded sample', () => {
  it('is missing for an event that nobody knows', async () => {
    await expect(fixtureItem('appointment.lost', bench({}).options)).rejects.toThrow('No sample is recorded');
    const { options } = bench({}, { ...ally, events: [] });
    await expect(fixtureItem(null, options)).rejects.toThrow('No sample is recorded');
  });

  it('has to tell an event', async () => {
    const platform = { ...ally, samples: { fixtures: { odd: { nothing: true } } } };
    await expect(fixtureItem('odd', bench({}, platform).options)).rejects.toThrow('tells no event');
  });

  it.each([
    [{ kind: 'basic' }, 'basic'],
    [
      { kind: 'hmac', algorithm: 'sha512', encoding: 'hex', content: '{body}', signature: { header: 'x' } },
      'hmac-sha512',
    ],
  ] as const)('tells of %j that it is verified by %s', async (signature, verified) => {
    const { options } = bench({}, { ...ally, signature });
    expect((await fixtureItem('appointment.created', options)).trigger.verified).toBe(verified);
  });

  it('is named as its body says', async () => {
    const { envelope } = ally;
    const naming: Platform = {
      ...ally,
      envelope: {
        open: (body) =>
          envelope.open(body).map((told) => told && { ...told, type: 'named', deliveryId: 'd_1' }),
      },
    };
    const item = await fixtureItem('appointment.created', bench({}, naming).options);
    expect(item.trigger).toMatchObject({ event: 'named', eventFrom: 'body', id: 'd_1', deliveryId: 'd_1' });
  });

  it('has no name where nothing gives one', async () => {
    const { envelope } = ally;
    const silent: Platform = {
      ...ally,
      envelope: { open: (body) => envelope.open(body).map((told) => told && { ...told, possible: [] }) },
    };
    const [item] = await sampleItems(null, bench({ json: [record] }, silent).options);
    expect(item?.trigger).toMatchObject({ event: null, eventFrom: 'derived' });
  });
});

describe('polling', () => {
  it('makes items of what changed, once each', async () => {
    const { options, calls } = bench({ json: { data: records(2) } });
    const seen = memorySeen();
    const since = '2026-01-01T00:00:00.000Z';
    const items = await changedItems(since, { ...options, seen });
    expect(items.map(({ id, trigger }) => [id, trigger.event])).toEqual([
      ['apt_1', 'appointment.updated'],
      ['apt_0', 'appointment.updated'],
    ]);
    expect(await changedItems(since, { ...options, seen })).toEqual([]);
    expect(calls[0]).toBe(`GET /v1/appointments?filter=${encodeURIComponent(`updatedAt>"${since}"`)}`);
  });

  it('is refused where the API cannot tell what changed', async () => {
    const rest: Platform = { ...ally, changes: undefined };
    await expect(changedItems('', bench({}, rest).options)).rejects.toThrow('cannot be polled');
  });
});
