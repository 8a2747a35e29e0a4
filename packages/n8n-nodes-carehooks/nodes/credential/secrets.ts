import { type Connection, derivedSecrets, targetKey, type VerifyOptions } from '@carehooks/core';
import type { ICredentialDataDecryptedObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Trigger } from '../runtime/trigger.ts';
import { isAutomatic, targetUrlOf } from '../runtime/webhook.ts';
import { hasCredential, readConnection } from './connection.ts';
import { readCredential } from './recent-credential.ts';

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
  return enteredSecrets(await read(secretCredential), context);
}

/** The secrets that the credential of a webhook holds; that of the test webhook counts for the test URL only. */
export function enteredSecrets(
  { secret, previousSecret, testSecret }: ICredentialDataDecryptedObject,
  context: IHookFunctions | IWebhookFunctions,
): string[] {
  const entered =
    context.getMode() === 'manual' ? [testSecret, secret, previousSecret] : [secret, previousSecret];
  return entered.filter((text): text is string => typeof text === 'string' && text !== '');
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
