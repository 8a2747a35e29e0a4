import { setUpAlly, type AllyWorkflow, webhookPath } from '../src/workflows/ally.ts';
import { errorOf, itemsOf } from '../src/client/execution.ts';
import { testWebhookUrl } from '../src/client/workflow.ts';
import { answersOf } from './support/answers.ts';
import { FIRST_RUN_MS } from './support/ping-server.ts';
import { setStage, type Stage } from './support/carehooks-server.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
}, FIRST_RUN_MS);

afterEach(() => {
  stage.simulator.platforms.ally.apiFaults.clear();
  stage.simulator.platforms.ally.settings.update({ webhook: { eventHeader: null } });
});

afterAll(() => stage?.close());

const everything = ['patient', 'practitioner', 'task', 'window'];

async function published(options: Parameters<typeof setUpAlly>[3]): Promise<AllyWorkflow> {
  const { client, server, simulator } = stage;
  const workflow = await setUpAlly(client, server.url, simulator, options);
  await client.publish(workflow.id);
  return workflow;
}

/** Fires at one workflow and waits until the platform has given up or been answered. */
async function fire(event: string, workflow: AllyWorkflow, options: object = {}) {
  return stage.simulator.platforms.ally.fire(event, { webhookId: workflow.webhookId, ...options }).settled();
}

async function items(workflow: AllyWorkflow, executions: number) {
  const done = await stage.client.waitForExecutions(workflow.id, executions);
  return done.flatMap((execution) => itemsOf(execution, 'Done').map(({ json }) => json));
}

const events = ['created', 'scheduled', 'completed', 'cancelled', 'updated'].map(
  (name) => `appointment.${name}`,
);

test('all five events arrive as appointments with what they point to', async () => {
  stage.simulator.platforms.ally.settings.update({ webhook: { eventHeader: 'X-Heim-Event' } });
  const options = { eventHeader: 'X-Heim-Event' };
  const workflow = await published({ name: 'Everything', parameters: { expand: everything, options } });
  for (const event of events) expect(answersOf(await fire(event, workflow))).toEqual([200]);
  const received = await items(workflow, 5);
  expect(received.map((item) => (item['trigger'] as { event: string }).event)).toEqual(events);
  for (const item of received) {
    expect(item).toMatchObject({
      id: 'apt_9HRUhuDrE9x882Tgx2',
      patient: { id: 'p_Nalv9kl3lT0g8wGlC1', firstName: 'Zoë' },
      trigger: {
        platform: 'ally',
        environment: 'test',
        verified: 'hmac-sha256',
        signatureHeader: 'x-heim-signature',
      },
    });
  }
  expect(received[2]).toMatchObject({
    data: { bp: { dia: 78, sys: 112 } },
    window: { startAt: expect.any(String) },
    trigger: { expansion: { patient: 'ok', practitioner: 'ok', task: 'ok', window: 'ok' } },
  });
});

test('credentials are tested against the API, with a login where there is one', async () => {
  const { client, simulator } = stage;
  const { ally, ekaCare, halo, haloConnect } = simulator.platforms;
  const accounts = [
    ['allyApi', ally, { apiKey: 'test_of_someone_else' }],
    ['ekaCareApi', ekaCare, { clientSecret: 'wrong' }],
    ['haloApi', halo, { clientSecret: 'wrong' }],
    ['haloConnectApi', haloConnect, { apiKey: 'wrong' }],
  ] as const;
  for (const [type, { account }, wrong] of accounts) {
    const test = async (data: Record<string, string>) =>
      client.testCredential(await client.createCredential(type, type, data));
    const connection = account.connection(simulator.url);
    expect(await test(connection)).toEqual({
      status: 'OK',
      message: expect.stringMatching(/^Connected to .+\.$/),
    });
    expect(await test({ ...connection, ...wrong })).toEqual({
      status: 'Error',
      message: expect.stringContaining('Check the API key'),
    });
  }
});

test('nothing that cannot be trusted starts an execution', async () => {
  const workflow = await published({ name: 'Guarded' });
  const refused: Array<[string, number]> = [
    ['forged', 401],
    ['wrong-secret', 401],
    ['unsigned', 401],
    ['changed-body', 401],
    ['multipart', 400],
    ['malformed-json', 422],
  ];
  for (const [fault, status] of refused) {
    // Ally tries three times in all.
    expect([fault, answersOf(await fire('appointment.completed', workflow, { faults: [fault] }))]).toEqual([
      fault,
      [status, status, status],
    ]);
  }
  expect(answersOf(await fire('appointment.completed', workflow))).toEqual([200]);
  expect(await items(workflow, 1)).toHaveLength(1);
  expect(await stage.client.executions(workflow.id)).toHaveLength(1);
  expect(stage.server.log()).toContain('No signature was found in the headers of the delivery');
});

test('a delivery that is sent three times gives one item', async () => {
  const workflow = await published({ name: 'Repeats' });
  await fire('appointment.completed', workflow, { faults: ['duplicate'] });
  await fire('appointment.completed', workflow);
  expect(await items(workflow, 3)).toHaveLength(1);
});

test('two secrets work at once while a webhook is replaced', async () => {
  const { ally } = stage.simulator.platforms;
  const workflow = await published({
    name: 'Rotation',
    secrets: { secret: 'whsec_new', previousSecret: 'whsec_old' },
  });
  const send = (event: string, secret: string) =>
    ally.fire(event, { target: { url: workflow.url, secret } }).settled();
  expect(answersOf(await send('appointment.created', 'whsec_old'))).toEqual([200]);
  expect(answersOf(await send('appointment.completed', 'whsec_new'))).toEqual([200]);
  expect(await items(workflow, 2)).toHaveLength(2);
});

test('an API that fails gives a thin item that says why', async () => {
  const workflow = await published({
    name: 'Thin',
    parameters: { expand: ['patient'], options: { deadline: 5 } },
  });
  stage.simulator.platforms.ally.apiFaults.add({ fault: { kind: 'status', status: 503 } });
  await fire('appointment.completed', workflow);
  const [item] = await items(workflow, 1);
  expect(item).toMatchObject({
    patient: { id: 'p_Nalv9kl3lT0g8wGlC1' },
    trigger: { expansion: { patient: 'unavailable' } },
  });
});

test('where the user wants it, such an execution fails with what to do, and its retry gives the item', async () => {
  const parameters = { expand: ['patient'], options: { onFailure: 'fail' } };
  const workflow = await published({ name: 'Strict', parameters });
  stage.simulator.platforms.ally.apiFaults.add({ fault: { kind: 'status', status: 403 } });
  await fire('appointment.completed', workflow);
  const [failed] = await stage.client.waitForExecutions(workflow.id, 1);
  expect(failed?.status).toBe('error');
  expect(failed && errorOf(failed)).toMatchObject({
    message: 'The API refuses access (patient) [HTTP 403]',
    description: expect.stringContaining('Ask an administrator'),
  });
  stage.simulator.platforms.ally.apiFaults.clear();
  await stage.client.retryExecution(failed?.id ?? '');
  expect(await items(workflow, 2)).toMatchObject([{ patient: { firstName: 'Zoë' } }]);
});

test('the test URL takes the secret of the test webhook', async () => {
  const { client, server, simulator } = stage;
  const workflow = await setUpAlly(client, server.url, simulator, {
    name: 'Test URL',
    secrets: { testSecret: 'whsec_for_tests' },
  });
  await client.listenForTestEvent(workflow.id, workflow.trigger.name);
  const target = {
    url: testWebhookUrl(server.url, workflow.trigger, webhookPath),
    secret: 'whsec_for_tests',
  };
  const sent = await simulator.platforms.ally.fire('appointment.completed', { target }).settled();
  expect(answersOf(sent)).toEqual([200]);
  const execution = await client.waitForExecution(workflow.id, 1);
  expect(execution).toMatchObject({ mode: 'manual', status: 'success' });
  expect(itemsOf(execution, workflow.trigger.name)).toMatchObject([
    { json: { id: 'apt_9HRUhuDrE9x882Tgx2', trigger: { verified: 'hmac-sha256' } } },
  ]);
});

test('a workflow without a secret is not published, and n8n shows why', async () => {
  const { client, server, simulator } = stage;
  const workflow = await setUpAlly(client, server.url, simulator, { name: 'No secret' });
  const { name, nodes, connections } = await client.workflow(workflow.id);
  const bare = nodes.map((node) => ({ ...node, credentials: {} }));
  await client.updateWorkflow(workflow.id, { name, nodes: bare, connections, settings: {} });
  await expect(client.publish(workflow.id, { timeout: 60_000 })).rejects.toThrow(
    'No webhook secret is set, so the delivery cannot be verified',
  );
});

test('after a restart everything still works, and old deliveries are still known', async () => {
  const workflow = await published({ name: 'Restart', parameters: { expand: ['patient'] } });
  await fire('appointment.completed', workflow);
  expect(await items(workflow, 1)).toHaveLength(1);
  await stage.server.restart();
  expect(answersOf(await fire('appointment.completed', workflow))).toEqual([200]);
  expect(answersOf(await fire('appointment.updated', workflow))).toEqual([200]);
  const received = await items(workflow, 3);
  expect(received.map((item) => item['updatedAt'])).toEqual([
    '2023-10-14T11:20:03.104Z',
    '2023-10-13T15:47:12.009Z',
  ]);
});

test('n8n logs no personal data, and keeps neither it nor a secret in stored state', async () => {
  const workflow = await published({
    name: 'Private',
    secrets: { secret: 'CANARY-secret', previousSecret: 'CANARY-previous' },
    api: { apiKey: 'test_CANARY-key' },
    parameters: { expand: everything },
  });
  const body = {
    data: { id: 'apt_CANARY', status: 'completed', note: 'CANARY-note', patient: { id: 'p_CANARY' } },
  };
  const target = { url: workflow.url, secret: 'CANARY-secret' };
  const { ally } = stage.simulator.platforms;
  await ally.fire('appointment.completed', { body, target }).settled();
  await ally.fire('appointment.completed', { body, target, faults: ['forged'] }).settled();
  expect(await items(workflow, 1)).toHaveLength(1);
  expect(stage.server.log()).not.toContain('CANARY');
  expect((await stage.client.workflow(workflow.id)).staticData ?? null).toBeNull();
  const stored = stage.server.storedBytes().toString('latin1');
  expect(stored).toContain('CANARY-note');
  expect(stored).not.toMatch(/CANARY-(?:secret|previous|key)/);
});
