import type { HmacScheme } from '../../signature/scheme.ts';

/**
 * `Eka-Webhook-Signature: t=1730189588,v1=2b84…` over time and body. The documentation refuses what is older than
 * 180 s, by way of example: https://developer.eka.care/api-reference/connect/webhooks/webhook-signature
 */
export const signature = {
  kind: 'hmac',
  algorithm: 'sha256',
  encoding: 'hex',
  content: '{timestamp}.{body}',
  signature: { header: 'eka-webhook-signature', pairs: { separator: ',', assign: '=', name: 'v1' } },
  timestamp: { at: { pair: 't' }, format: 'unix-seconds', tolerance: 300 },
} as const satisfies HmacScheme;
