import type { Connection } from '@carehooks/core';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { AnyContext } from '../runtime/context.ts';
import { readPlatformParameters } from '../runtime/parameters.ts';
import type { Trigger } from '../runtime/trigger.ts';

/** Whether the user chose a credential of the type. */
export function hasCredential(context: AnyContext, type: string | undefined): boolean {
  return type !== undefined && context.getNode().credentials?.[type] !== undefined;
}

/**
 * What the user entered about the account, and on the trigger. Who only receives need not enter any account.
 *
 * @param read how the credential is read
 */
export async function readConnection(
  context: AnyContext,
  trigger: Trigger,
  read: (type: string) => Promise<ICredentialDataDecryptedObject> = (type) => context.getCredentials(type),
): Promise<Connection> {
  const parameters = readPlatformParameters(context, trigger.platform);
  if (!hasCredential(context, trigger.apiCredential)) return parameters;
  const values = Object.entries(await read(trigger.apiCredential));
  return {
    ...Object.fromEntries(values.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    ...parameters,
  };
}
