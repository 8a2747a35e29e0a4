import type { Connection } from '../connection.ts';
import { TriggerError } from '../errors.ts';
import { type Client, converse } from '../http/client.ts';
import type { ApiSubscription, Subscription } from './subscription.ts';
import { isSameTarget } from './target.ts';

export interface RemoveOptions {
  readonly subscription: ApiSubscription;
  readonly connection: Connection;
  readonly targetUrl: string;
}

/**
 * Removes every subscription with exactly the target URL. Found by URL and not by a stored id, so that nothing is left
 * behind when the host forgot; what is gone already counts as removed. The platform is asked whether it is so: one that
 * stayed would go on sending.
 *
 * @returns how many there were
 * @throws TriggerError `subscription-not-removed`, or an `api-…` code when the platform could not be asked
 */
export async function removeSubscription(options: RemoveOptions, client: Client): Promise<number> {
  const own = await listOwn(options, client);
  if (own.length === 0) return 0;
  for (const one of own) await converse(options.subscription.remove(one, options.connection), client);
  if ((await listOwn(options, client)).length > 0) throw new TriggerError('subscription-not-removed');
  return own.length;
}

async function listOwn(options: RemoveOptions, client: Client): Promise<Subscription[]> {
  const { subscription, connection, targetUrl } = options;
  const listed = await converse(subscription.list(connection, targetUrl), client);
  return listed.filter((one) => isSameTarget(one.targetUrl, targetUrl));
}
