import { derivedSecrets, ekaCare, targetKey } from '@carehooks/core';
import { readFixture, signedDelivery } from '@carehooks/core/testing';
import { type ActiveNode, type DeliveryRequest, loadN8nPackage } from '@carehooks/harness/n8n';
import type { Connection } from '../simulated-account.ts';

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

interface Sending {
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
  { clientSecret = connection['clientSecret'] ?? '', ...sending }: Sending = {},
): DeliveryRequest {
  const [secret = ''] = derivedSecrets(ekaCare, { clientSecret }, targetKey(node.webhookUrl()));
  return signedWith(secret, name, sending);
}

/** A recorded delivery, signed with a key. */
export function signedWith(
  secret: string,
  name: string,
  { unsigned = false, age = 0 }: Omit<Sending, 'clientSecret'> = {},
): DeliveryRequest {
  const body = readFixture(ekaCare.id, name);
  const time = Date.now() - age * 1_000;
  const delivery = signedDelivery({ platform: ekaCare, body, secret, unsigned, time });
  return { method: 'POST', headers: { ...delivery.headers }, body };
}
