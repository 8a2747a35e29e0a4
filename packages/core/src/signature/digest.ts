import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Algorithm, Encoding, HmacScheme, KeyForm } from './scheme.ts';

export const digestLength: Readonly<Record<Algorithm, number>> = { sha256: 32, sha512: 64 };

/** A key as text: Node takes it many times faster than a buffer. */
export interface Key {
  readonly text: string;
  readonly encoding: 'utf8' | Encoding;
}

/** The key that a secret's text stands for. */
export function keyOf(secret: string, form: KeyForm = { encoding: 'utf8' }): Key {
  // Stryker disable next-line StringLiteral: a prefix that no secret has leaves each of them whole, as an empty one does.
  const { encoding, prefix = '' } = form;
  if (encoding === 'utf8' || !secret.startsWith(prefix)) return { text: secret, encoding };
  return { text: secret.slice(prefix.length), encoding };
}

/** True for a key of no bytes, which anyone could guess. */
export function isEmptyKey({ text, encoding }: Key): boolean {
  // Stryker disable next-line BlockStatement,ConditionalExpression,StringLiteral: a shortcut. What follows says the same.
  if (encoding === 'utf8') {
    return text === '';
  }
  return Buffer.from(text, encoding).length === 0;
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
  // Stryker disable next-line ConditionalExpression,StringLiteral: a shortcut. An empty text has nothing to replace.
  if (text === '') return text;
  return text.replace('{timestamp}', () => timestamp).replace('{id}', () => id);
}

/** The encoded digest: Node encodes it faster than it makes a buffer of it. */
export function digest(algorithm: Algorithm, key: Key, content: SignedContent, encoding: Encoding): string {
  const hmac = createHmac(algorithm, key.text, { encoding: key.encoding });
  // Stryker disable next-line ConditionalExpression,StringLiteral: a shortcut. An empty text leaves the digest as it is.
  if (content.before !== '') hmac.update(content.before);
  hmac.update(content.body);
  // Stryker disable next-line ConditionalExpression,StringLiteral: a shortcut like the one above.
  if (content.after !== '') hmac.update(content.after);
  return hmac.digest(encoding);
}

/** Constant-time comparison that does not throw when the lengths differ. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Constant-time comparison of a text with a digest.
 *
 * @param digest in hex or base64
 */
export function equalsDigest(text: string, digest: string): boolean {
  if (text.length !== digest.length) return false;
  const [given, expected] = placeFor(digest.length);
  expected.write(digest);
  // A character of more than one byte leaves no place for all of them, or other bytes.
  return given.write(text) === given.length && timingSafeEqual(given, expected);
}

/** Where texts are compared, by their length; there are as many as lengths of digests. New ones would take longer than the rest. */
const places = new Map<number, readonly [Buffer, Buffer]>();

function placeFor(length: number): readonly [Buffer, Buffer] {
  const known = places.get(length);
  // Stryker disable next-line ConditionalExpression: a shortcut. A new place serves as well.
  if (known !== undefined) return known;
  const place = [Buffer.alloc(length), Buffer.alloc(length)] as const;
  // Stryker disable next-line CallExpression: it spares a new place the next time, and nothing else.
  places.set(length, place);
  return place;
}

/**
 * True for the expected signature, whose hex may be in capitals. Texts are compared instead of what they decode to:
 * Node's decoders skip what they do not understand, so that one signature would have many spellings.
 */
export function isSignature(text: string, expected: string, encoding: Encoding): boolean {
  return equalsDigest(text, expected) || (encoding === 'hex' && equalsDigest(text, expected.toUpperCase()));
}
