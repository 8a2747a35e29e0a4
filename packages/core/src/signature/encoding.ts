import type { Encoding } from './scheme.ts';

const spellings: Readonly<Record<Encoding, RegExp>> = {
  hex: /^(?:[0-9a-f]+|[0-9A-F]+)$/,
  base64: /^[A-Za-z0-9+/]+={0,2}$/,
};

/** Characters that so many bytes have when they are encoded. */
export function encodedLength(bytes: number, encoding: Encoding): number {
  return encoding === 'hex' ? bytes * 2 : Math.ceil(bytes / 3) * 4;
}

/**
 * A signature in the spelling that digests are compared in, or null for a text that cannot be one. Texts are compared
 * instead of what they decode to: Node's decoders skip what they do not understand, so that one signature would have
 * many spellings.
 *
 * @param bytes of the digest
 */
export function readSignature(text: string, encoding: Encoding, bytes: number): string | null {
  if (text.length !== encodedLength(bytes, encoding) || !spellings[encoding].test(text)) return null;
  return encoding === 'hex' ? text.toLowerCase() : text;
}
