import { ally, type Delivery } from '@carehooks/core';
import { type DeliveryOptions, signedDelivery } from '@carehooks/core/testing';
import type { HookRequest } from '@carehooks/harness/zapier';

/** A delivery of Ally as a request to a Zap's hook URL. */
export function allyRequest(options: Omit<DeliveryOptions, 'platform'>): HookRequest {
  const delivery: Delivery = signedDelivery({ platform: ally, ...options });
  return {
    method: delivery.method,
    headers: { ...delivery.headers },
    querystring: new URLSearchParams({ ...delivery.query }).toString(),
    body: delivery.body,
  };
}
