import { ally, type CareEvent, complete, type CompleteOptions, Interruption } from '../src/index.ts';
import { fakeClock, memorySeen, type Script, scriptedHttp } from '../src/testing/index.ts';
import { careEvent } from './care-event.ts';

const pointing = careEvent('apt_1', { patient: { id: 'p_1' } });
const patient = { id: 'p_1', firstName: 'Zoë' };

function run(events: readonly CareEvent[], changed: Partial<CompleteOptions> = {}, script: Script = {}) {
  const api = scriptedHttp(script);
  const options: CompleteOptions = {
    platform: ally,
    connection: { apiKey: 'test_1', expandQuery: '' },
    relations: [],
    onFailure: 'keep',
    output: 'full',
    timeLimit: 10_000,
    http: api.http,
    clock: fakeClock(),
    ...changed,
  };
  return { items: complete(events, options), calls: api.calls };
}

describe('completing events', () => {
  it('asks nothing where nothing is to be expanded, not even where the base URL is wrong', async () => {
    const { items, calls } = run([pointing], { connection: { baseUrl: 'nonsense' } });
    expect(await items).toMatchObject([{ id: 'apt_1', trigger: { environment: null, expansion: {} } }]);
    expect(calls).toEqual([]);
  });

  it('expands, and tells the environment', async () => {
    const { items, calls } = run([pointing], { relations: ['patient'] }, { json: patient });
    expect(await items).toMatchObject([
      { id: 'apt_1', patient, trigger: { environment: 'test', expansion: { patient: 'ok' } } },
    ]);
    expect(calls).toEqual(['GET /v1/patients/p_1']);
  });

  it('expands before it leaves fields out', async () => {
    const window = careEvent('apt_1', { note: 'private', window: { id: 'win_1' } });
    const answer = { json: { id: 'win_1', startAt: '2026-01-15T09:30:00Z', place: 'home' } };
    const { items } = run([window], { relations: ['window'], output: 'minimal' }, answer);
    expect(await items).toEqual([
      {
        id: 'apt_1',
        window: { id: 'win_1', startAt: '2026-01-15T09:30:00Z' },
        trigger: expect.objectContaining({ expansion: { window: 'ok' } }),
      },
    ]);
  });

  it('refuses a base URL that is none before it asks anything', async () => {
    const { items, calls } = run([pointing], {
      relations: ['patient'],
      connection: { baseUrl: 'http://x.y' },
    });
    await expect(items).rejects.toMatchObject({ code: 'base-url-invalid' });
    expect(calls).toEqual([]);
  });

  it('hands the log on', async () => {
    const log = jest.fn();
    await run([pointing], { relations: ['patient'], log }, { status: 404 }).items;
    expect(log.mock.calls).toEqual([[{ code: 'api-not-found', relation: 'patient', status: 404 }]]);
  });
});

describe('repeats', () => {
  it('make one item within a delivery, in the order of the first', async () => {
    const { items } = run([careEvent('a'), careEvent('b'), careEvent('a', { again: true })]);
    expect((await items).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('make none once the item went out', async () => {
    const seen = memorySeen();
    expect(await run([careEvent('a')], { seen }).items).toHaveLength(1);
    const again = run([careEvent('a'), careEvent('b')], { seen });
    expect((await again.items).map(({ id }) => id)).toEqual(['b']);
    expect([...seen.ids]).toEqual(['a', 'b']);
  });

  it('are not fetched for', async () => {
    const seen = memorySeen();
    await run([pointing], { seen }).items;
    const { items, calls } = run([pointing], { seen, relations: ['patient'] }, { json: patient });
    expect(await items).toEqual([]);
    expect(calls).toEqual([]);
  });

  it('make an item each time where there is no memory', async () => {
    expect(await run([careEvent('a')]).items).toHaveLength(1);
    expect(await run([careEvent('a')]).items).toHaveLength(1);
  });
});

describe('a failure', () => {
  it('leaves the id free that others claim before they succeed', async () => {
    const seen = memorySeen();
    await run([careEvent('older')], { seen }).items;
    const both = [careEvent('older'), pointing];
    const failing = run(both, { seen, relations: ['patient'], onFailure: 'fail' }, { status: 500 });
    await expect(failing.items).rejects.toMatchObject({ code: 'api-unavailable' });
    expect([...seen.ids]).toEqual(['older']);
    const retry = run(both, { seen, relations: ['patient'], onFailure: 'fail' }, { json: patient });
    expect(await retry.items).toMatchObject([{ id: 'apt_1', patient }]);
  });

  it('also fails when the host interrupts the work, and the event is free for the next attempt', async () => {
    const seen = memorySeen();
    const interruption = new Interruption('Log in again');
    const interrupted = run([pointing], { seen, relations: ['patient'], onFailure: 'keep' }, interruption);
    await expect(interrupted.items).rejects.toBe(interruption);
    expect([...seen.ids]).toEqual([]);
  });

  it('is shown where there is no memory, too', async () => {
    const failing = run([pointing], { relations: ['patient'], onFailure: 'fail' }, { status: 401 });
    await expect(failing.items).rejects.toMatchObject({ code: 'api-unauthorized' });
  });
});
