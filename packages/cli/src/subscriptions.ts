import {
  type ApiSubscription,
  type Connection,
  converse,
  isOurs,
  type Platform,
  type Subscription,
} from '@carehooks/core';
import { clientFor } from './account/client.ts';
import { printable } from './output/stream.ts';
import { shownUrl } from './target/shown-url.ts';

/** A subscription at the platform, and whether we made it. */
export interface Listed {
  readonly subscription: Subscription;
  readonly isOurs: boolean;
}

/** What may be shown of a subscription: its secret is not. */
export interface ShownSubscription {
  readonly id: string;
  readonly targetUrl: string;
  readonly events: readonly string[];
  readonly enabled: boolean;
}

/** @throws TriggerError with an `api-…` code */
export async function listSubscriptions(
  platform: Platform,
  { list }: ApiSubscription,
  connection: Connection,
): Promise<Listed[]> {
  const found = await converse(list(connection), clientFor(platform, connection));
  return found.map((subscription) => ({
    subscription,
    isOurs: isOurs(subscription, platform, connection),
  }));
}

export function showSubscription(one: Subscription, platform: Platform): ShownSubscription {
  return {
    id: printable(one.id),
    targetUrl: shownUrl(printable(one.targetUrl)),
    events: one.events.map((key) => nameOf(key, platform)),
    enabled: one.enabled,
  };
}

/** The name of an event that the platform lists by a key of its own, such as a number. */
function nameOf(key: string, { events, subscription }: Platform): string {
  const eventKey = subscription.mode === 'api' ? subscription.eventKey : undefined;
  const known = events.find(({ type }) => (eventKey?.(type) ?? type) === key);
  return known?.type ?? printable(key);
}
