import { type Scheme, sign } from '@carehooks/core';

/** How deliveries to a webhook prove where they come from. For Basic authentication the secret is `user:password`. */
export interface Credential {
  readonly scheme: Exclude<Scheme, { readonly kind: 'discovery' }>;
  readonly secret: string;
}

/** The headers that prove a body's origin. */
export function authenticate(
  body: Uint8Array,
  { scheme, secret }: Credential,
  moment: { readonly time: number; readonly id?: string },
): Record<string, string> {
  if (scheme.kind === 'hmac') return sign(body, scheme, secret, moment);
  return { authorization: `Basic ${Buffer.from(secret).toString('base64')}` };
}
