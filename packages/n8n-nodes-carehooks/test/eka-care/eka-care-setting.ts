import { derivedSecrets, ekaCare, targetKey } from '@carehooks/core';
import { readFixture, signedDelivery } from '@carehooks/core/testing';
import { type ActiveNode, type DeliveryRequest, loadN8nPackage } from '@carehooks/harness/n8n';
import { type Simulator, startSimulator } from '@carehooks/simulator';

/** A simulated account, fresh for each test. */
export function simulatedAccount() {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator({ clockFactor: 1_000 });
  });
  afterEach(() => simulator.reset());
  afterAll(() => simulator.close());
  return {
    platform: () => simulator.platforms.ekaCare,
    connection: () => simulator.platforms.ekaCare.account.connection(simulator.url),
  };
}

export type Connection = Readonly<Record<string, string>>;

/** The built trigger in a workflow of its own. */
export async function addTrigger(
  connection: Connection | null,
  parameters: Record<string, unknown> = {},
): Promise<ActiveNode> {
  const host = await loadN8nPackage('packages/n8n-nodes-carehooks');
  return host.activateNode({
    node: 'ekaCareTrigger',
    parameters: {
      ...{ events: ['appointment.created'], expand: [], output: 'full', options: {} },
      ...(parameters as object),
    },
    // The simulator runs on this machine, so the workflow may as well.
    baseUrl: 'http://127.0.0.1:5678',
    credentials: connection === null ? {} : { ekaCareApi: { ...connection } },
  });
}

export interface Sending {
  /** Signs with the key that an account with this client secret would have. */
  readonly clientSecret?: string;
  readonly unsigned?: boolean;
  /** Seconds since it was signed. */
  readonly age?: number;
}

/** A recorded delivery, signed for the node. */
export function request(
  node: ActiveNode,
  connection: Connection,
  name: string,
  sending: Sending = {},
): DeliveryRequest {
  const { clientSecret = connection['clientSecret'] ?? '', unsigned = false, age = 0 } = sending;
  const [secret = ''] = derivedSecrets(ekaCare, { clientSecret }, targetKey(node.webhookUrl()));
  const body = readFixture(ekaCare.id, name);
  const time = Date.now() - age * 1_000;
  const delivery = signedDelivery({ platform: ekaCare, body, secret, unsigned, time });
  return { method: 'POST', headers: { ...delivery.headers }, body };
}
