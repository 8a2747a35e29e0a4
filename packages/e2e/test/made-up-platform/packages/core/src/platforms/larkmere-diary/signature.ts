import type { HmacScheme } from '../../signature/scheme.ts';

/**
 * `Larkmere-Signature: t=1768469400,v1=q83v…` over the delivery's id, the time and the body. Source:
 * https://developers.larkmere.example/webhooks/signatures
 */
export const signature = {
  kind: 'hmac',
  algorithm: 'sha512',
  encoding: 'base64',
  content: '{id}.{timestamp}.{body}',
  signature: { header: 'larkmere-signature', pairs: { separator: ',', assign: '=', name: 'v1' } },
  timestamp: { at: { pair: 't' }, format: 'unix-seconds', tolerance: 300 },
  idHeader: 'larkmere-delivery',
} as const satisfies HmacScheme;
