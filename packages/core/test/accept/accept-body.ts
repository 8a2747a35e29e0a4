import { accept, type AcceptOptions, ally, type Outcome } from '../../src/index.ts';
import { type DeliveryOptions, fixtureSecret, signedDelivery } from '../../src/testing/index.ts';

/** What becomes of a body that is signed with the fixtures' secret, by default as Ally sends it. */
export function acceptBody(
  body: DeliveryOptions['body'],
  options: Partial<AcceptOptions> = {},
  changed: Partial<DeliveryOptions> = {},
): Outcome {
  const platform = options.platform ?? ally;
  const secrets = [fixtureSecret(platform)];
  return accept(signedDelivery({ platform, body, ...changed }), { platform, secrets, ...options });
}
