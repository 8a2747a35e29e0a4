import { randomBytes } from 'node:crypto';
import {
  type ApiSubscription,
  derivedSecrets,
  ensureSubscription,
  inspectSubscription,
  removeSubscription,
  targetKey,
  TriggerError,
} from '@carehooks/core';
import type { Access } from './access.ts';
import type { OwnWebhook } from './check.ts';

/** Nobody else has a webhook with such a path, so whatever has it is ours to remove. */
export function randomPath(): string {
  return `/carehooks-live-${randomBytes(8).toString('hex')}`;
}

/** @throws TriggerError when it cannot be made */
export async function makeWebhook(
  access: Access,
  subscription: ApiSubscription,
  targetUrl: string,
  events: readonly string[],
): Promise<OwnWebhook> {
  const account = await access.account();
  const { platform, connection } = account;
  const [secret = ''] = derivedSecrets(platform, connection, targetKey(targetUrl));
  const client = access.client(connection);
  const options = { subscription, connection, targetUrl, events, secret };
  await ensureSubscription(options, client);
  const [made] = (await inspectSubscription(options, client)).own;
  return { ...account, id: made?.id ?? '', targetUrl, spareUrl: spareOf(targetUrl), secret };
}

/**
 * Removes whatever a run may have made at these addresses, also where making it was cut off.
 *
 * @returns what could not be removed, or null
 */
export async function removeWebhooks(
  access: Access,
  subscription: ApiSubscription,
  targetUrl: string,
): Promise<TriggerError | null> {
  try {
    const { connection } = await access.account();
    for (const address of [targetUrl, spareOf(targetUrl)]) {
      const options = { subscription, connection, targetUrl: address };
      await removeSubscription(options, access.client(connection));
    }
    return null;
  } catch (error) {
    if (error instanceof TriggerError) return error;
    throw error;
  }
}

function spareOf(targetUrl: string): string {
  return `${targetUrl}-spare`;
}
