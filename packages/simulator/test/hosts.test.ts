import { type JsonObject, platforms } from '@carehooks/core';
import {
  expectedItem,
  fixtureEvents,
  fixtureHeaders,
  fixtureNames,
  fixtureSecret,
  readFixture,
} from '@carehooks/core/testing';
import { loadN8nPackage, type N8nHost } from '@carehooks/harness/n8n';
import { openZapierApp, type ZapierApp } from '@carehooks/harness/zapier';
import { compareItems } from '../src/playground/run.ts';
import { type Simulator, startSimulator } from '../src/index.ts';
import type { SimulatedPlatform } from '../src/platforms/platform.ts';

/** Sends every recorded delivery through the built n8n node and the built Zapier app, and compares what comes out. */

let simulator: Simulator;
let n8n: N8nHost;

beforeAll(async () => {
  simulator = await startSimulator();
  n8n = await loadN8nPackage('packages/n8n-nodes-carehooks');
});

afterAll(() => simulator.close());

type Choices = { readonly expand: readonly string[]; readonly output: 'full' | 'minimal' };

describe.each(platforms)('$name on both hosts', (platform) => {
  let zapier: ZapierApp;
  let connection: Readonly<Record<string, string>>;
  const secret = fixtureSecret(platform);
  const nodeName = platform.id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

  beforeAll(async () => {
    zapier = await openZapierApp(`packages/zapier-carehooks/build/${platform.id}.zip`);
    const simulated = (simulator.platforms as Readonly<Record<string, SimulatedPlatform>>)[nodeName];
    connection = simulated?.account.connection(simulator.url) ?? {};
  });

  afterAll(() => zapier.close());

  const request = (name: string) => ({
    method: 'POST',
    headers: fixtureHeaders(platform.id, name),
    body: readFixture(platform.id, name),
  });

  /** A trigger for the event that the fixture is named after, or for any. */
  async function inN8n(name: string, { expand, output }: Choices) {
    const [event = '*'] = fixtureEvents(platform, name);
    const node = n8n.activateNode({
      node: `${nodeName}Trigger`,
      parameters: { events: [event], expand: [...expand], output, options: {} },
      credentials: { [`${nodeName}WebhookApi`]: { secret }, [`${nodeName}Api`]: { ...connection } },
    });
    const { run } = await node.receive(request(name));
    return run?.items[0]?.map(({ json }) => json as never) ?? [];
  }

  async function inZapier(name: string, { expand, output }: Choices) {
    const [event] = fixtureEvents(platform, name);
    const trigger = event?.replace(/\W+/g, '_') ?? 'any_event';
    const run = await zapier.hook(
      trigger,
      { authData: { ...connection, webhookSecret: secret }, inputData: { expand: [...expand], output } },
      request(name),
    );
    return run.status === 'success' ? (run.items as never[]) : [];
  }

  const choices: Array<[string, Choices]> = [
    ['as it is', { expand: [], output: 'full' }],
    ['with everything expanded', { expand: Object.keys(platform.relations), output: 'full' }],
    ['in the minimal output', { expand: Object.keys(platform.relations), output: 'minimal' }],
  ];

  describe.each(choices)('%s', (_, choice) => {
    it.each(fixtureNames(platform.id))('%s gives the same item', async (name) => {
      const [left, right] = [await inN8n(name, choice), await inZapier(name, choice)];
      expect(left).toHaveLength(1);
      expect(right).toHaveLength(1);
      expect(compareItems(left, right)).toEqual([]);
    });
  });

  it.each(fixtureNames(platform.id))('%s gives the recorded item', async (name) => {
    const recorded = expectedItem(platform.id, name);
    const environment = platform.api.environment(connection);
    const expected = { ...recorded, trigger: { ...(recorded['trigger'] as JsonObject), environment } };
    expect(compareItems(await inN8n(name, { expand: [], output: 'full' }), [expected])).toEqual([]);
  });

  it('a forged delivery starts nothing on either', async () => {
    const [name = ''] = fixtureNames(platform.id);
    const forged = {
      ...request(name),
      body: Buffer.concat([readFixture(platform.id, name), Buffer.from(' ')]),
    };
    const node = n8n.activateNode({
      node: `${nodeName}Trigger`,
      parameters: { events: ['*'], expand: [], output: 'full', options: {} },
      credentials: { [`${nodeName}WebhookApi`]: { secret } },
    });
    expect(await node.receive(forged)).toMatchObject({ reply: { status: 401, started: false } });
    const run = await zapier.hook('any_event', { authData: { webhookSecret: secret } }, forged);
    expect(run).toMatchObject({ status: 'halted' });
  });
});
