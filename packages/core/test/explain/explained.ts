import type { Delivery, Platform } from '../../src/index.ts';
import { ally } from '../../src/index.ts';
import { explainDelivery, type Explanation, type ExplainOptions } from '../../src/explain/index.ts';
import { type DeliveryOptions, signedDelivery } from '../../src/testing/index.ts';
import { schemes } from '../signature/schemes.ts';

export const secret = 'whsec_test_123';

export const body = '{"data":{"id":"apt_1","note":"Zoë/☕","count":1.0}}';

/** A platform that sends appointments as Ally does, and proves itself by another scheme. */
export function signedBy(signature: Platform['signature']): Platform {
  return { ...ally, name: 'Made Up', signature };
}

export const plain = signedBy(schemes.plain);
export const prefixed = signedBy(schemes.prefixed);
export const stamped = signedBy(schemes.stamped);
export const trailing = signedBy(schemes.trailing);
export const identified = signedBy(schemes.identified);
export const discovered = signedBy({ kind: 'discovery', algorithms: ['sha256', 'sha512'] });
export const basic = signedBy({ kind: 'basic', tokenParameter: 'token' });

/** A delivery of the body that is signed with the secret. */
export function deliveryOf(platform: Platform, changed: Partial<DeliveryOptions> = {}): Delivery {
  return signedDelivery({ platform, body, secret, id: 'msg_1', ...changed });
}

export function explained(
  platform: Platform,
  delivery: Delivery,
  options: Partial<ExplainOptions> = {},
): Explanation {
  const secrets = [{ label: 'current', value: secret }];
  return explainDelivery(delivery, { platform, secrets, ...options });
}

/** The lines as a person reads them, with a mark before each. */
export function readable({ lines }: Explanation): string[] {
  const marks = { ok: '✓', problem: '✗', note: '•' };
  return lines.map(({ topic, state, text }) => `${marks[state]} ${topic}: ${text}`);
}

/** The texts of problems. */
export function problems({ lines }: Explanation): string[] {
  return lines.filter(({ state }) => state === 'problem').map(({ text }) => text);
}

export function withHeaders(delivery: Delivery, change: (name: string) => string): Delivery {
  const headers = Object.entries(delivery.headers).map(([name, value]) => [change(name), value]);
  return { ...delivery, headers: Object.fromEntries(headers) };
}

export function withBody(delivery: Delivery, text: string | Uint8Array): Delivery {
  return { ...delivery, body: Buffer.from(text) };
}
