import { type Simulator, startSimulator } from '@carehooks/simulator';
import { publish, request, secret } from './ally-setting.ts';

let simulator: Simulator;
let elsewhere: Simulator;

beforeAll(async () => {
  [simulator, elsewhere] = await Promise.all([startSimulator(), startSimulator()]);
});

afterEach(() => simulator.reset());

afterAll(() => Promise.all([simulator.close(), elsewhere.close()]));

function credentials(apiKey = 'test_carehooks'): Record<string, Record<string, string>> {
  return { allyWebhookApi: { secret }, allyApi: { apiKey, baseUrl: `${simulator.url}/ally/v1` } };
}

const everything = ['patient', 'practitioner', 'task', 'window'];

describe('related records', () => {
  it('are filled in with a single request', async () => {
    const { node } = await publish({ expand: everything }, credentials());
    const { run } = await node.receive(request('appointment.completed'));
    expect(run?.items[0]?.[0]?.json).toMatchObject({
      patient: { id: 'p_Nalv9kl3lT0g8wGlC1', firstName: 'Zoë' },
      window: { startAt: expect.any(String) },
      trigger: {
        environment: 'test',
        expansion: { patient: 'ok', practitioner: 'ok', task: 'ok', window: 'ok' },
      },
    });
    expect(simulator.platforms.ally.requests.list()).toHaveLength(1);
  });

  it('are fetched one by one where the API does not expand, and the item says what is not there', async () => {
    simulator.platforms.ally.settings.update({ api: { expand: 'off' } });
    const { node } = await publish({ expand: everything }, credentials());
    const { run } = await node.receive(request('appointment.completed'));
    expect(run?.items[0]?.[0]?.json['trigger']).toMatchObject({
      expansion: { patient: 'ok', practitioner: 'ok', task: 'ok', window: 'not-found' },
    });
  });

  it('are left out where the API is down, and the item says why', async () => {
    simulator.platforms.ally.apiFaults.add({ fault: { kind: 'status', status: 403 } });
    const { host, node } = await publish({ expand: ['patient'] }, credentials());
    const { run } = await node.receive(request('appointment.completed'));
    expect(run?.items[0]?.[0]?.json).toMatchObject({
      patient: { id: 'p_Nalv9kl3lT0g8wGlC1' },
      trigger: { expansion: { patient: 'forbidden' } },
    });
    expect(host.logs).toContainEqual(
      expect.objectContaining({
        level: 'warn',
        meta: { code: 'api-forbidden', relation: 'patient', status: 403 },
      }),
    );
  });

  it('fail the execution where the user wants it, with what to do, and the retry gives the item', async () => {
    simulator.platforms.ally.apiFaults.add({ fault: { kind: 'status', status: 403 } });
    const { node } = await publish({ expand: ['patient'], options: { onFailure: 'fail' } }, credentials());
    const reply = await node.deliver(request('appointment.completed'));
    const items = reply.workflowData ?? [];
    await expect(node.execute(items)).rejects.toMatchObject({
      message: 'The API refuses access (patient) [HTTP 403]',
      description: expect.stringContaining('Ask an administrator'),
    });
    simulator.platforms.ally.apiFaults.clear();
    expect((await node.execute(items, { mode: 'retry' })).items[0]).toHaveLength(1);
    // The failure left the id free: the platform's own retry is not lost either.
    expect((await node.receive(request('appointment.completed'))).run?.items[0]).toHaveLength(1);
  });

  it('are not waited for longer than the options say', async () => {
    simulator.platforms.ally.apiFaults.add({ fault: { kind: 'slow', milliseconds: 5_000 } });
    const { node } = await publish({ expand: ['patient'], options: { deadline: 1 } }, credentials());
    const { run } = await node.receive(request('appointment.completed'));
    expect(run?.items[0]?.[0]?.json['trigger']).toMatchObject({ expansion: { patient: 'timeout' } });
  });

  it('wait for an API that asks to slow down', async () => {
    simulator.platforms.ally.apiFaults.add({ fault: { kind: 'throttled', retryAfter: 1 }, times: 1 });
    const { node } = await publish({ expand: ['patient'] }, credentials());
    const { run } = await node.receive(request('appointment.completed'));
    expect(run?.items[0]?.[0]?.json['trigger']).toMatchObject({ expansion: { patient: 'ok' } });
  });

  it('are never looked for where a redirect leads', async () => {
    simulator.platforms.ally.apiFaults.add({
      fault: { kind: 'redirect', location: `${elsewhere.url}/ally/v1/x` },
    });
    const { node } = await publish({ expand: ['patient'] }, credentials());
    const { run } = await node.receive(request('appointment.completed'));
    expect(run?.items[0]?.[0]?.json['trigger']).toMatchObject({ expansion: { patient: 'redirected' } });
    expect(elsewhere.platforms.ally.requests.list()).toEqual([]);
  });
});

describe('the minimal output', () => {
  it('holds ids, status and times only', async () => {
    const { node } = await publish({ expand: everything, output: 'minimal' }, credentials());
    const { run } = await node.receive(request('appointment.completed'));
    const item = run?.items[0]?.[0]?.json ?? {};
    expect(item).toMatchObject({ status: 'completed', patient: { id: 'p_Nalv9kl3lT0g8wGlC1' } });
    expect(JSON.stringify(item)).not.toMatch(/Zoë|phone|location|metadata/);
  });

  it('begins where the delivery is stored for its execution', async () => {
    const { node } = await publish({ output: 'minimal' });
    const { workflowData } = await node.deliver(request('appointment.completed'));
    expect(JSON.stringify(workflowData)).toContain('apt_9HRUhuDrE9x882Tgx2');
    expect(JSON.stringify(workflowData)).not.toMatch(/Zoë|phone|location|metadata/);
  });
});

describe('repeats', () => {
  it('of a delivery give one item, quietly', async () => {
    const { node } = await publish();
    const runs = [];
    for (let count = 0; count < 3; count += 1)
      runs.push(await node.receive(request('appointment.completed')));
    expect(runs.map(({ reply }) => reply.status)).toEqual([200, 200, 200]);
    expect(runs.flatMap(({ run }) => run?.items[0] ?? [])).toHaveLength(1);
  });

  it('at the same time give one item', async () => {
    const { node } = await publish();
    const runs = await Promise.all(
      Array.from({ length: 20 }, () => node.receive(request('appointment.completed'))),
    );
    expect(runs.flatMap(({ run }) => run?.items[0] ?? [])).toHaveLength(1);
  });

  it('do not hide other events that arrive with them', async () => {
    const { node } = await publish();
    const others = ['created', 'scheduled', 'completed', 'cancelled', 'updated'].map(
      (name) => `appointment.${name}`,
    );
    const runs = await Promise.all([...others, ...others].map((name) => node.receive(request(name))));
    expect(runs.flatMap(({ run }) => run?.items[0] ?? [])).toHaveLength(5);
  });

  it('pass where a person retries or tests', async () => {
    const { node } = await publish();
    const reply = await node.deliver(request('appointment.completed'));
    const items = reply.workflowData ?? [];
    await node.execute(items);
    expect((await node.execute(items)).items[0]).toEqual([]);
    expect((await node.execute(items, { mode: 'retry' })).items[0]).toHaveLength(1);
    expect((await node.execute(items, { mode: 'manual' })).items[0]).toHaveLength(1);
  });

  it('pass where n8n runs the execution of a worker that died once more', async () => {
    const { node } = await publish();
    const items = (await node.deliver(request('appointment.completed'))).workflowData ?? [];
    await node.execute(items, { executionId: '71' });
    expect((await node.execute(items, { executionId: '72' })).items[0]).toEqual([]);
    expect((await node.execute(items, { executionId: '71' })).items[0]).toHaveLength(1);
    // That of a repeat is no more welcome than the first time.
    expect((await node.execute(items, { executionId: '72' })).items[0]).toEqual([]);
  });
});
