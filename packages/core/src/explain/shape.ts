import { digestLength } from '../signature/digest.ts';
import { encodedLength } from '../signature/encoding.ts';
import type { Algorithm, Encoding } from '../signature/scheme.ts';
import { count } from './words.ts';

/** What a text looks like, without a word of it: `64 hex digits`. */
export function shapeOf(text: string): string {
  if (/\*{3}|•{3}|\[redacted\]/i.test(text)) return 'asterisks, put there by what captured the request';
  if (/^[0-9a-f]+$/i.test(text)) return `${hex(text.length)}${mixesCase(text) ? ' in mixed case' : ''}`;
  const [prefix, rest = ''] = /^[\w-]{1,32}=(.{16,})$/.exec(text) ?? [];
  if (prefix !== undefined) return `a prefix and ${shapeOf(rest)}`;
  if (/^[\w+/-]+={0,2}$/.test(text)) return count(text.length, 'character');
  return `${count(text.length, 'character')} that are neither hex nor base64`;
}

function hex(length: number): string {
  return count(length, 'hex digit');
}

/** Hex is read in lower or upper case, so that one signature has one spelling. */
function mixesCase(text: string): boolean {
  return /[a-f]/.test(text) && /[A-F]/.test(text);
}

/** What an encoded digest looks like. */
export function shapeOfDigest(algorithm: Algorithm, encoding: Encoding): string {
  const length = encodedLength(digestLength[algorithm], encoding);
  return encoding === 'hex' ? hex(length) : `${count(length, 'character')} of base64`;
}

export function nameOf(algorithm: Algorithm): string {
  return algorithm.replace('sha', 'HMAC-SHA');
}
