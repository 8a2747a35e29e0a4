import type { RetryPolicy } from '../../delivery/retry.ts';
import type { EkaCareSettings } from './settings.ts';

/** Whether and when Eka Care tries again is not documented. */
export function retryPolicy({ attempts, timeout, pauses }: EkaCareSettings['delivery']): RetryPolicy {
  return {
    attempts,
    timeout,
    pauses: { kind: 'list', milliseconds: pauses },
    statuses: [{ from: 400, to: 599 }],
    unanswered: true,
  };
}
