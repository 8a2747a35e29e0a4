import type { Delivery } from '@carehooks/core';

/** How a person set up the trigger, the same for both hosts. */
export interface TriggerSetting {
  readonly secret: string;
  readonly connection: Readonly<Record<string, string>>;
  readonly relations: readonly string[];
  readonly output: 'full' | 'minimal';
  readonly onFailure: 'keep' | 'fail';
}

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
