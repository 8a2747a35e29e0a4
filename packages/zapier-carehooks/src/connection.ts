import type { Connection, Platform } from '@carehooks/core';
import type { Bundle } from 'zapier-platform-core';

/** The connection as the core reads it. */
export function connectionOf({ authData }: Pick<Bundle, 'authData'>): Connection {
  return authData;
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
