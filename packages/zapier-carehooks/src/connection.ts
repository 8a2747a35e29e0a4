import type { Connection, Platform } from '@carehooks/core';
import type { Bundle } from 'zapier-platform-core';
import { toFieldKey } from './fields/key.ts';

/** The connection as the core reads it: what belongs to the account, and the platform's parameters of this very Zap. */
export function connectionOf(
  { authData, inputData }: Pick<Bundle, 'authData'> & Partial<Pick<Bundle, 'inputData'>>,
  { parameters = [] }: Pick<Platform, 'parameters'>,
): Connection {
  const set = parameters
    .map(({ key }) => [key, inputData?.[toFieldKey(key)]] as const)
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  return { ...authData, ...Object.fromEntries(set.map(([key, value]) => [key, String(value)])) };
}

/** Whether the connection has what requests to the API are authorised with. */
export function hasApiAccess(platform: Platform, connection: Connection): boolean {
  return Object.keys(platform.api.authorize(connection)).length > 0;
}

/** The secrets that a webhook may be signed with: the Zap's own or else the connection's, and the previous one. */
export function webhookSecrets(connection: Connection, ownSecret = ''): string[] {
  const current = ownSecret === '' ? connection['webhookSecret'] : ownSecret;
  return [current ?? '', connection['previousWebhookSecret'] ?? ''].filter((secret) => secret !== '');
}
