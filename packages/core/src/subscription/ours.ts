import type { Connection } from '../connection.ts';
import type { Platform } from '../platform.ts';
import { derivedSecrets, targetKey } from './secrets.ts';
import type { Subscription } from './subscription.ts';

/**
 * Whether we made a subscription, for certain: its secret is one that only we derive, or the platform's record bears our
 * mark. What cannot be proved counts as someone else's.
 */
export function isOurs(subscription: Subscription, platform: Platform, connection: Connection): boolean {
  const { secret, marked, targetUrl } = subscription;
  if (secret !== undefined)
    return derivedSecrets(platform, connection, targetKey(targetUrl)).includes(secret);
  return marked === true;
}
