import { authenticate, type Credential } from './credential.ts';
import { type Content, type Fault, faults } from './fault.ts';
import type { DeliveryOrder } from './order.ts';
import { type AttemptRequest, shownBody, shownHeaders } from './record.ts';

/** A request ready to go out. */
export interface OutgoingRequest {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Makes the request of one attempt, with the order's faults in it. */
export function makeRequest(order: DeliveryOrder, now: number): OutgoingRequest {
  const wrong: readonly Fault[] = order.faults.map((name) => faults[name]);
  const content = wrong.reduce<Content>((made, fault) => fault.content?.(made) ?? made, {
    contentType: 'application/json',
    body: order.body,
  });
  const credential = wrong.reduce<Credential | null>(
    (made, fault) => (made === null || fault.credential === undefined ? made : fault.credential(made)),
    order.credential,
  );
  const time = wrong.reduce((made, fault) => made + (fault.clockError ?? 0), now);
  const proof =
    credential === null ? {} : authenticate(content.body, credential, { time, id: order.deliveryId });
  return {
    method: 'POST',
    url: order.url,
    headers: { 'content-type': content.contentType, ...order.headers, ...proof },
    body: wrong.reduce((made, fault) => fault.body?.(made) ?? made, content.body),
  };
}

export function showRequest({ method, url, headers, body }: OutgoingRequest): AttemptRequest {
  return { method, url, headers: shownHeaders(headers), body: shownBody(body), bodyBytes: body.length };
}
