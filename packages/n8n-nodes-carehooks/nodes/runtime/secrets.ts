import { type Connection, derivedSecrets, targetKey, type VerifyOptions } from '@carehooks/core';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { hasCredential, readConnection } from './connection.ts';
import { readParameter } from './context.ts';
import { readCredential } from './recent-credential.ts';
import type { Trigger } from './trigger.ts';

/** Whether we make the webhook at the platform, or a person does. */
export function isAutomatic(context: IHookFunctions | IWebhookFunctions, { platform }: Trigger): boolean {
  if (platform.subscription.mode === 'manual') return false;
  return readParameter<string>(context, 'subscription', 'automatic') !== 'manual';
}

/** The URL that deliveries go to: the test URL while n8n listens for a test event. */
export function targetUrlOf(context: IHookFunctions | IWebhookFunctions): string {
  return context.getNodeWebhookUrl('default') ?? '';
}

/**
 * The secrets that a delivery may be signed with. Where we make the webhook they are derived from the account's
 * credential; else they are those of a credential of the webhook.
 *
 * @param since how old the credential may be, in milliseconds since 1970
 */
export async function readSecrets(
  context: IWebhookFunctions,
  trigger: Trigger,
  since: number,
): Promise<string[]> {
  const read = (type: string) => readCredential(context, type, since);
  if (isAutomatic(context, trigger)) {
    const connection = await readConnection(context, trigger, read);
    return derivedSecrets(trigger.platform, connection, targetKey(targetUrlOf(context)));
  }
  const { secretCredential } = trigger;
  if (secretCredential === undefined || !hasCredential(context, secretCredential)) return [];
  const { secret, previousSecret, testSecret } = await read(secretCredential);
  const found =
    context.getMode() === 'manual' ? [testSecret, secret, previousSecret] : [secret, previousSecret];
  return found.filter((text): text is string => typeof text === 'string' && text !== '');
}

/**
 * How the text of those secrets becomes the key, where the user says so in the credential of the webhook.
 *
 * @param since how old the credential may be, in milliseconds since 1970
 */
export async function readSigningKey(
  context: IWebhookFunctions,
  { platform, secretCredential }: Trigger,
  since: number,
): Promise<VerifyOptions['key']> {
  if (platform.signingKey === undefined || secretCredential === undefined) return undefined;
  if (!hasCredential(context, secretCredential)) return undefined;
  return platform.signingKey((await readCredential(context, secretCredential, since)) as Connection);
}
