import type { Connection } from '../connection.ts';
import { type Client, converse } from '../http/client.ts';
import type { ApiSubscription } from './subscription.ts';
import { isSameTarget } from './target.ts';

export interface RemoveOptions {
  readonly subscription: ApiSubscription;
  readonly connection: Connection;
  readonly targetUrl: string;
}

/**
 * Removes every subscription with exactly the target URL. Found by URL and not by a stored id, so that nothing is left
 * behind when the host forgot; what is gone already counts as removed.
 *
 * @returns how many there were
 * @throws TriggerError with an `api-…` code when the platform could not be asked
 */
export async function removeSubscription(options: RemoveOptions, client: Client): Promise<number> {
  const listed = await converse(options.subscription.list(options.connection, options.targetUrl), client);
  const own = listed.filter((one) => isSameTarget(one.targetUrl, options.targetUrl));
  for (const one of own) await converse(options.subscription.remove(one, options.connection), client);
  return own.length;
}
