import {
  type ApiSubscription,
  type Connection,
  converse,
  type Platform,
  type Subscription,
} from '@carehooks/core';
import { clientFor } from '../account/client.ts';
import { probeTarget, type TargetReport } from '../target/probe.ts';
import { listSubscriptions } from '../subscriptions.ts';

/** A subscription of ours, and whether anybody is still there to receive its deliveries. */
export interface Examined extends TargetReport {
  readonly subscription: Subscription;
}

export interface Findings {
  readonly ours: readonly Examined[];
  /** How many there are that we did not make, or cannot prove to have made. */
  readonly others: number;
}

/** Where the API is, for what platform, as whom. */
export interface Account {
  readonly platform: Platform;
  readonly api: ApiSubscription;
  readonly connection: Connection;
}

/**
 * Looks at every subscription of ours. The targets of others are not even asked.
 *
 * @param onFound is told how many there are to look at; what it gives back is called after each
 * @throws TriggerError with an `api-…` code
 */
export async function findSubscriptions(
  account: Account,
  onFound: (count: number) => () => void,
): Promise<Findings> {
  const listed = await listSubscriptions(account.platform, account.api, account.connection);
  const ours = listed.filter(({ isOurs }) => isOurs).map(({ subscription }) => subscription);
  const step = onFound(ours.length);
  const examined = ours.map(async (subscription) => {
    const report = await examineTarget(subscription, account);
    step();
    return { subscription, ...report };
  });
  return { ours: await Promise.all(examined), others: listed.length - ours.length };
}

/**
 * Beside what the target itself says, the platform's log may know: a Zap that is gone answers deliveries with 410, and
 * perhaps nothing else.
 */
async function examineTarget(subscription: Subscription, account: Account): Promise<TargetReport> {
  const report = await probeTarget(subscription.targetUrl);
  const { recentDeliveries } = account.api;
  if (report.state === 'gone' || recentDeliveries === undefined) return report;
  const { platform, connection } = account;
  const sent = await converse(recentDeliveries(subscription, connection), clientFor(platform, connection));
  return sent[0]?.status === 410 ? { state: 'gone', reason: 'answered the last delivery with 410' } : report;
}
