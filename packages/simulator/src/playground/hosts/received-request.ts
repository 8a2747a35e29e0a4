import type { Delivery } from '@carehooks/core';

/** A request as it reached the playground's webhook. */
export interface ReceivedRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Without `?`. */
  readonly query: string;
  readonly body: Uint8Array;
}

export function toDelivery({ query, ...request }: ReceivedRequest, receivedAt: number): Delivery {
  return { ...request, query: Object.fromEntries(new URLSearchParams(query)), receivedAt };
}
