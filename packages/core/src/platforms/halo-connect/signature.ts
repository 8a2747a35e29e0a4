import { type Connection, settingOf } from '../../connection.ts';
import type { HmacScheme } from '../../signature/scheme.ts';
import { settings } from './settings.ts';

/**
 * Body first, then the timestamp exactly as the header has it. Source:
 * https://haloconnect.io/blog/webhooks-now-live and https://docs.haloconnect.io/halo-cloud/webhooks
 */
export const signature = {
  kind: 'hmac',
  algorithm: 'sha256',
  encoding: 'hex',
  content: '{body}.{timestamp}',
  signature: { header: 'x-halo-signature-256' },
  timestamp: { at: { header: 'x-halo-timestamp' }, format: 'iso-8601-ticks', tolerance: 300 },
  idHeader: 'x-halo-id',
} as const satisfies HmacScheme;

/** Whether the secret's text is the key itself or an encoding of it is not documented. */
export function signingKey(connection: Connection): HmacScheme['key'] {
  const encoding = settingOf(connection, settings, 'keyEncoding');
  return { encoding: encoding === 'base64' || encoding === 'hex' ? encoding : 'utf8' };
}
