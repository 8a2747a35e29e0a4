import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Algorithm, HmacScheme } from './scheme.ts';

export const digestLength: Readonly<Record<Algorithm, number>> = { sha256: 32, sha512: 64 };

/** The bytes of the key that a secret's text stands for. */
export function keyOf(secret: string, key: HmacScheme['key']): string | Buffer {
  if (key === undefined || key.encoding === 'utf8') return secret;
  const prefix = key.prefix ?? '';
  return Buffer.from(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret, key.encoding);
}

/** What is signed around the body, with `{timestamp}` and `{id}` filled in. */
export interface SignedContent {
  readonly before: string;
  readonly body: Uint8Array;
  readonly after: string;
}

/** Puts the signed content together without copying the body. */
export function signedContent(
  scheme: HmacScheme,
  body: Uint8Array,
  timestamp: string,
  id: string,
): SignedContent {
  const [before = '', after = ''] = scheme.content.split('{body}');
  const fill = (text: string) => text.replace('{timestamp}', () => timestamp).replace('{id}', () => id);
  return { before: fill(before), body, after: fill(after) };
}

export function digest(algorithm: Algorithm, key: string | Buffer, content: SignedContent): Buffer {
  const hmac = createHmac(algorithm, key);
  if (content.before !== '') hmac.update(content.before);
  hmac.update(content.body);
  if (content.after !== '') hmac.update(content.after);
  return hmac.digest();
}

/** Constant-time comparison that does not throw when the lengths differ. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
