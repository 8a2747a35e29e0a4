import type { RetryPolicy } from '../../delivery/retry.ts';
import type { AllySettings } from './settings.ts';

/** Three tries on timeouts, 4xx and 5xx: https://docs.allyhealth.co.uk/docs/webhooks. Times are not documented. */
export function retryPolicy({ attempts, timeout, pauses }: AllySettings['delivery']): RetryPolicy {
  return {
    attempts,
    timeout,
    pauses: { kind: 'list', milliseconds: pauses },
    statuses: [{ from: 400, to: 599 }],
    unanswered: true,
  };
}
