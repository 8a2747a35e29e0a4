import { derivedSecrets, halo, type JsonObject, targetKey } from '@carehooks/core';
import { signedDelivery } from '@carehooks/core/testing';
import { type ActiveNode, type DeliveryRequest, loadN8nPackage } from '@carehooks/harness/n8n';
import type { Connection } from '../simulated-account.ts';

interface Credentials {
  readonly haloApi?: Connection;
  readonly haloWebhookApi?: Connection;
}

/** The built trigger in a workflow of its own. */
export async function addTrigger(
  credentials: Credentials,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<ActiveNode> {
  const host = await loadN8nPackage('packages/n8n-nodes-carehooks');
  return host.activateNode({
    node: 'haloTrigger',
    parameters: {
      ...{ events: ['76 Ticket Status Changed'], expand: [], output: 'full', options: {} },
      ...(parameters as object),
    },
    // The simulator runs on this machine, so the workflow may as well.
    baseUrl: 'http://127.0.0.1:5678',
    credentials: Object.fromEntries(
      Object.entries(credentials).map(([type, data]: [string, Connection]) => [type, { ...data }]),
    ),
  });
}

/** A body with the password that the node's webhook has. */
export function request(
  node: ActiveNode,
  connection: Connection,
  body: JsonObject | JsonObject[],
): DeliveryRequest {
  const [secret = ''] = derivedSecrets(halo, connection, targetKey(node.webhookUrl()));
  const delivery = signedDelivery({ platform: halo, body, secret });
  return { method: 'POST', headers: { ...delivery.headers }, body: Buffer.from(delivery.body) };
}
