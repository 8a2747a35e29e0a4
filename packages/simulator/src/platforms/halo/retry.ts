import type { RetryPolicy } from '../../delivery/retry.ts';

/** One attempt: nothing is documented of another. People send a delivery again from the list of deliveries. */
export function retryPolicy(timeout: number): RetryPolicy {
  return {
    attempts: 1,
    timeout,
    pauses: { kind: 'list', milliseconds: [0] },
    statuses: [],
    unanswered: false,
  };
}
