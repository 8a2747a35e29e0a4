import {
  type ApiSubscription,
  derivedSecrets,
  ensureSubscription,
  type Platform,
  removeSubscription,
  targetKey,
} from '@carehooks/core';
import type { Bundle } from 'zapier-platform-core';
import { clientFor } from '../client.ts';
import { connectionOf } from '../connection.ts';
import { sealed, SettingsProblem, type Perform } from '../sealed.ts';
import { readSettings } from '../settings.ts';

/** What Zapier keeps about a subscription, in the clear: the hash of the target URL, and no secret. */
export interface SubscribeData {
  readonly id: string;
}

/**
 * Has the platform send the events to the Zap's own URL. Zapier may call it again after a failure, or after another
 * login: whatever is there already is adopted or put right.
 *
 * @param type the event that is wanted, or null for all events and those that the user names
 */
export function subscribe(
  platform: Platform,
  subscription: ApiSubscription,
  type: string | null,
): Perform<SubscribeData> {
  return sealed(async (z, bundle) => {
    const connection = connectionOf(bundle, platform);
    const { targetUrl } = bundle;
    if (targetUrl === undefined) throw new Error('Zapier gave no URL to subscribe.');
    const id = targetKey(targetUrl);
    const [secret] = derivedSecrets(platform, connection, id);
    if (secret === undefined) {
      throw new SettingsProblem(
        'The connection has no secret to derive that of the webhook from. Reconnect the account and fill in all of its fields.',
      );
    }
    const events = type === null ? allEvents(platform, bundle) : [type];
    const options = { subscription, connection, targetUrl, events, secret };
    await ensureSubscription(options, clientFor(z, platform, connection));
    return { id };
  });
}

function allEvents({ events, filters }: Platform, { inputData }: Bundle): string[] {
  const { customEvents } = readSettings(inputData, filters);
  return [...new Set([...events.map(({ type }) => type), ...customEvents])];
}

/** Has the platform stop. What is gone already counts as removed. */
export function unsubscribe(platform: Platform, subscription: ApiSubscription): Perform<SubscribeData> {
  return sealed(async (z, bundle) => {
    const connection = connectionOf(bundle, platform);
    const { targetUrl } = bundle;
    if (targetUrl === undefined) throw new Error('Zapier gave no URL to unsubscribe.');
    await removeSubscription({ subscription, connection, targetUrl }, clientFor(z, platform, connection));
    return { id: targetKey(targetUrl) };
  });
}
