import type { Encoding } from './scheme.ts';

const hex = /^(?:[0-9a-f]+|[0-9A-F]+)$/;

/**
 * Decodes a signature of a known length, or gives null. Strict on purpose: Node's own decoders skip what they do not
 * understand, so that one signature would have many spellings.
 *
 * @param length number of bytes the signature must have
 */
export function decodeSignature(text: string, encoding: Encoding, length: number): Buffer | null {
  if (encoding === 'hex') {
    return text.length === length * 2 && hex.test(text) ? Buffer.from(text, 'hex') : null;
  }
  if (text.length !== Math.ceil(length / 3) * 4) return null;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === length && bytes.toString('base64') === text ? bytes : null;
}
