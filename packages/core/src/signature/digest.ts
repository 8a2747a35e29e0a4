import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Algorithm, Encoding, HmacScheme } from './scheme.ts';

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

const bodyPlace = '{body}';

/** Puts the signed content together without copying the body. */
export function signedContent(
  { content }: HmacScheme,
  body: Uint8Array,
  timestamp: string,
  id: string,
): SignedContent {
  const place = content.indexOf(bodyPlace);
  const before = content.slice(0, place);
  const after = content.slice(place + bodyPlace.length);
  return { before: fill(before, timestamp, id), body, after: fill(after, timestamp, id) };
}

function fill(text: string, timestamp: string, id: string): string {
  if (text === '') return text;
  return text.replace('{timestamp}', () => timestamp).replace('{id}', () => id);
}

/** The encoded digest: Node encodes it faster than it makes a buffer of it. */
export function digest(
  algorithm: Algorithm,
  key: string | Buffer,
  content: SignedContent,
  encoding: Encoding,
): string {
  const hmac = createHmac(algorithm, key);
  if (content.before !== '') hmac.update(content.before);
  hmac.update(content.body);
  if (content.after !== '') hmac.update(content.after);
  return hmac.digest(encoding);
}

/** Constant-time comparison that does not throw when the lengths differ. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

export function equalTexts(left: string, right: string): boolean {
  return equalBytes(Buffer.from(left), Buffer.from(right));
}
