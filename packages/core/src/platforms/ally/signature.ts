import type { DiscoveryScheme } from '../../signature/scheme.ts';

/**
 * Ally signs with HMAC and the secret that its dashboard shows once. Header name, hash and encoding are not documented,
 * so they are found out: https://docs.allyhealth.co.uk/docs/webhooks
 */
export const signature = {
  kind: 'discovery',
  algorithms: ['sha256', 'sha512'],
} as const satisfies DiscoveryScheme;
