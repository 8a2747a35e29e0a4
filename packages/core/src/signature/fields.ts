import { type Delivery, headerOf } from '../delivery.ts';
import type { HmacScheme, SignatureField, TimestampField } from './scheme.ts';

/** All encoded signatures that a header carries: during a rotation a sender may list several. */
export function readSignatures(value: string, field: SignatureField): string[] {
  const { pairs, prefix = '' } = field;
  const texts = pairs === undefined ? value.split(',') : readPairs(value, pairs, pairs.name);
  return restAfter(prefix, texts);
}

/**
 * The timestamp exactly as sent: it is part of what was signed, and re-formatting would lose digits. Null for an empty
 * one too.
 */
export function readTimestamp(
  delivery: Delivery,
  signature: SignatureField,
  field: TimestampField,
): string | null {
  if ('header' in field.at) return headerOf(delivery, field.at.header) || null;
  const value = headerOf(delivery, signature.header);
  if (value === undefined || signature.pairs === undefined) return null;
  return readPairs(value, signature.pairs, field.at.pair)[0] || null;
}

/** The values behind one name in a list of pairs, e.g. both of `v1=ab,v1=cd`. */
function readPairs(
  value: string,
  pairs: NonNullable<HmacScheme['signature']['pairs']>,
  name: string,
): string[] {
  return restAfter(`${name}${pairs.assign}`, value.split(pairs.separator));
}

/** What follows a beginning, of the texts that have it. One loop, as every delivery passes here. */
function restAfter(start: string, texts: readonly string[]): string[] {
  const rests: string[] = [];
  for (const text of texts) {
    const trimmed = text.trim();
    if (trimmed.startsWith(start)) rests.push(trimmed.slice(start.length));
  }
  return rests;
}
