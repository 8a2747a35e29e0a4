import type { RetryPolicy } from '../../delivery/retry.ts';
import type { LarkmereDiarySettings } from './settings.ts';

/** Again after any answer but 2xx and after none: https://developers.larkmere.example/webhooks/deliveries */
export function retryPolicy({ timeout, pauses }: LarkmereDiarySettings['delivery']): RetryPolicy {
  return {
    attempts: pauses.length + 1,
    timeout,
    pauses: { kind: 'list', milliseconds: pauses },
    statuses: [{ from: 300, to: 599 }],
    unanswered: true,
  };
}
