import type { RetryPolicy } from '../../delivery/retry.ts';
import type { HaloConnectSettings } from './settings.ts';

/** Ten tries with growing, jittered pauses; most 4xx are final: https://docs.haloconnect.io/halo-cloud/webhooks */
export function retryPolicy(delivery: HaloConnectSettings['delivery']): RetryPolicy {
  const { attempts, timeout, firstPause, longestPause } = delivery;
  return {
    attempts,
    timeout,
    pauses: { kind: 'decorrelated-jitter', first: firstPause, longest: longestPause },
    statuses: [
      { from: 408, to: 408 },
      { from: 429, to: 429 },
      { from: 500, to: 599 },
    ],
    unanswered: true,
  };
}
