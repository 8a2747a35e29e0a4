import { derivedSecrets, type JsonObject, type Platform, platforms, targetKey } from '@carehooks/core';
import {
  expectedItem,
  fixtureEvents,
  fixtureNames,
  fixtureSecret,
  readFixture,
  signedDelivery,
} from '@carehooks/core/testing';
import { type ActiveNode, loadN8nPackage, type N8nHost } from '@carehooks/harness/n8n';
import { openZapierApp, type ZapierApp } from '@carehooks/harness/zapier';
import { compareItems } from '../src/playground/hosts/compare.ts';
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

const plain: Choices = { expand: [], output: 'full' };

/** A batch makes several. */
function expectedItems(platform: Platform, name: string): JsonObject[] {
  return [expectedItem(platform.id, name)].flat();
}

/** The key of the Zapier trigger for an event: keys start with a letter. */
function triggerKey(event: string): string {
  return event === '*' ? 'any_event' : event.replace(/\W+/g, '_').replace(/^(?=\d)/, 'event_');
}

/** The recorded body, signed now. */
function request(platform: Platform, name: string, secret: string) {
  const { signatureHeader } = expectedItems(platform, name)[0]?.['trigger'] as { signatureHeader: string };
  const { headers, body } = signedDelivery({
    platform,
    body: readFixture(platform.id, name),
    secret,
    time: Date.now(),
    ...(platform.signature.kind === 'discovery' ? { header: signatureHeader } : {}),
  });
  return { method: 'POST', headers: { ...headers }, body };
}

describe.each(platforms)('$name on both hosts', (platform) => {
  let zapier: ZapierApp;
  let connection: Readonly<Record<string, string>>;
  let authData: Record<string, unknown>;
  const nodeName = platform.id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const isAutomatic = platform.subscription.mode === 'api';

  beforeAll(async () => {
    zapier = await openZapierApp(`packages/zapier-carehooks/build/${platform.id}.zip`);
    const simulated = Object.values(simulator.platforms).find(
      ({ id }: SimulatedPlatform) => id === platform.id,
    );
    connection = simulated?.account.connection(simulator.url) ?? {};
    authData = { ...connection, webhookSecret: fixtureSecret(platform) };
    if (platform.api.session !== undefined) {
      Object.assign(authData, await zapier.call('authentication.sessionConfig.perform', { authData }));
    }
  });

  afterAll(() => zapier.close());

  function activate(event: string, { expand, output }: Choices): ActiveNode {
    const credentials = {
      [`${nodeName}WebhookApi`]: { secret: fixtureSecret(platform) },
      [`${nodeName}Api`]: { ...connection },
    };
    const usable = Object.entries(credentials).filter(([type]) => n8n.package.credentials.has(type));
    return n8n.activateNode({
      node: `${nodeName}Trigger`,
      parameters: { events: [event], expand: [...expand], output, options: {} },
      credentials: Object.fromEntries(usable),
    });
  }

  /** The secret that deliveries to the node are signed with: ours, where we make the webhook. */
  function secretFor(node: ActiveNode): string {
    const [derived] = derivedSecrets(platform, connection, targetKey(node.webhookUrl()));
    return derived ?? fixtureSecret(platform);
  }

  /** A trigger for the event that the fixture is named after, or for any. */
  async function receive(name: string, choices: Choices) {
    const [event = '*'] = fixtureEvents(platform, name);
    const node = activate(event, choices);
    const delivery = request(platform, name, secretFor(node));
    const inN8n = await node.receive(delivery);
    const inZapier = await zapier.hook(
      triggerKey(event),
      {
        authData,
        inputData: { expand: [...choices.expand], output: choices.output },
        ...(isAutomatic ? { subscribeData: { id: targetKey(node.webhookUrl()) } } : {}),
      },
      delivery,
    );
    return {
      n8n: inN8n.run?.items[0]?.map(({ json }) => json as JsonObject) ?? [],
      zapier: inZapier.status === 'success' ? (inZapier.items as JsonObject[]) : [],
    };
  }

  const choices: Array<[string, Choices]> = [
    ['as it is', plain],
    ['with everything expanded', { expand: Object.keys(platform.relations), output: 'full' }],
    ['in the minimal output', { expand: Object.keys(platform.relations), output: 'minimal' }],
  ];

  describe.each(choices)('%s', (_, choice) => {
    it.each(fixtureNames(platform.id))('%s gives the same items', async (name) => {
      const made = await receive(name, choice);
      expect(made.n8n.length).toBeGreaterThan(0);
      expect(made.zapier).toHaveLength(made.n8n.length);
      expect(compareItems(made.n8n, made.zapier)).toEqual([]);
    });
  });

  it.each(fixtureNames(platform.id))('%s gives the recorded item', async (name) => {
    const environment = platform.api.environment(connection);
    const expected = expectedItems(platform, name).map((recorded) => ({
      ...recorded,
      trigger: { ...(recorded['trigger'] as JsonObject), environment },
    }));
    const { n8n: made } = await receive(name, plain);
    expect(made).toHaveLength(expected.length);
    expect(compareItems(made, expected)).toEqual([]);
  });

  it('a forged delivery starts nothing on either', async () => {
    const [name = ''] = fixtureNames(platform.id);
    const node = activate('*', plain);
    const forged = request(platform, name, 'carehooks:whsec_of_someone_else');
    expect(await node.receive(forged)).toMatchObject({ reply: { status: 401, started: false } });
    const subscribeData = isAutomatic ? { id: targetKey(node.webhookUrl()) } : {};
    const run = await zapier.hook('any_event', { authData, subscribeData }, forged);
    expect(run).toMatchObject({ status: 'halted' });
  });
});
