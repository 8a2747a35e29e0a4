import { fixtureNames, readFixture } from '@carehooks/core/testing';
import { type Simulator, startSimulator } from '@carehooks/simulator';
import { publish, request } from './ally-setting.ts';

/** Put into every secret, header and text of a body, and looked for wherever something could leak. */
const canary = 'CANARY';

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});

afterAll(() => simulator.close());

function planted(name: string): string {
  return readFixture('ally', name)
    .toString()
    .replace(/: ?"(?!\d{4}-\d\d-\d\dT)([^"]*)"/g, `:"${canary} $1"`);
}

const credentials = () => ({
  allyWebhookApi: { secret: `${canary}-secret`, previousSecret: `${canary}-previous` },
  allyApi: { apiKey: `test_${canary}`, baseUrl: `${simulator.url}/ally/v1` },
});

const headers = { 'x-request-note': `${canary}-header`, authorization: `Basic ${canary}` };

it.each(fixtureNames('ally'))('logs, answers, errors and stored state hold nothing of %s', async (name) => {
  const { host, node } = await publish(
    { expand: ['patient', 'task', 'window', 'practitioner'], options: { onFailure: 'fail', deadline: 2 } },
    credentials(),
  );
  const good = request(planted(name), { secret: `${canary}-secret`, headers });
  const replies = [
    await node.deliver(good),
    await node.deliver(request(planted(name), { secret: 'whsec_wrong', headers })),
    await node.deliver(request(`${planted(name)} and more`, { secret: `${canary}-secret`, headers })),
    await node.deliver(request(`["${canary}"]`, { secret: `${canary}-secret`, headers })),
  ];
  const started = replies[0]?.workflowData;
  expect(started).toBeDefined();
  const failure = await node.execute(started ?? []).then(
    () => null,
    (error: unknown) => error as Error,
  );
  const traces = {
    logs: host.logs,
    replies: replies.map(({ status, headers: sent, body, error }) => [
      status,
      sent,
      body.toString(),
      traceOf(error),
    ]),
    failure: traceOf(failure),
    staticData: [node.staticData, node.testStaticData],
  };
  expect(failure === null && name !== 'expanded').toBe(false);
  expect(JSON.stringify(traces)).not.toContain(canary);
});

/** Everything that a host could store or show of an error. */
function traceOf(error: Error | null | undefined): unknown {
  if (error === null || error === undefined) return null;
  return [error.name, error.message, error.stack, { ...error }, Object.entries(error)];
}
