import { ally } from '@carehooks/core';
import { readFixture, signedDelivery } from '@carehooks/core/testing';
import { type ActiveNode, type DeliveryRequest, loadN8nPackage, type N8nHost } from '@carehooks/harness/n8n';

export const secret = 'whsec_current';

interface Setting {
  readonly host: N8nHost;
  readonly node: ActiveNode;
}

/** The built trigger in a published workflow of its own. */
export async function publish(
  parameters: Record<string, unknown> = {},
  credentials: Record<string, Record<string, string>> = { allyWebhookApi: { secret } },
): Promise<Setting> {
  // Jest runs in the repository's root.
  const host = await loadN8nPackage('packages/n8n-nodes-carehooks');
  const node = host.activateNode({
    node: 'allyTrigger',
    parameters: { events: ['*'], expand: [], output: 'full', options: {}, ...parameters },
    credentials,
  });
  return { host, node };
}

interface Sending {
  readonly secret?: string;
  readonly unsigned?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly test?: boolean;
}

/** A recorded body as Ally sends it, or another one. */
export function request(body: string | Uint8Array, sending: Sending = {}): DeliveryRequest {
  const bytes =
    typeof body === 'string' && body.startsWith('appointment.') ? readFixture('ally', body) : body;
  const delivery = signedDelivery({
    platform: ally,
    body: bytes,
    secret: sending.secret ?? secret,
    unsigned: sending.unsigned ?? false,
    header: 'x-heim-signature',
  });
  return {
    method: 'POST',
    headers: { ...delivery.headers, ...sending.headers },
    body: delivery.body,
    ...(sending.query === undefined ? {} : { query: sending.query }),
    ...(sending.test === undefined ? {} : { test: sending.test }),
  };
}
