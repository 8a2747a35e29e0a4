import type { Encoding } from './scheme.ts';

const spellings: Readonly<Record<Encoding, RegExp>> = {
  hex: /^(?:[0-9a-f]+|[0-9A-F]+)$/,
  base64: /^[A-Za-z0-9+/]+={0,2}$/,
};

/** Characters that so many bytes have when they are encoded. */
export function encodedLength(bytes: number, encoding: Encoding): number {
  return encoding === 'base64' ? Math.ceil(bytes / 3) * 4 : bytes * 2;
}

/**
 * True for a text that may be a signature, by its form.
 *
 * @param bytes of the digest
 */
export function looksSigned(text: string, encoding: Encoding, bytes: number): boolean {
  return text.length === encodedLength(bytes, encoding) && spellings[encoding].test(text);
}
