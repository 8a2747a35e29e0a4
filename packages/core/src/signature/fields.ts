import { type Delivery, headerOf } from '../delivery.ts';
import type { HmacScheme, SignatureField, TimestampField } from './scheme.ts';

/** All encoded signatures that a header carries: during a rotation a sender may list several. */
export function readSignatures(value: string, field: SignatureField): string[] {
  const { pairs, prefix = '' } = field;
  const texts = pairs === undefined ? value.split(',') : readPairs(value, pairs, pairs.name);
  return texts
    .map((text) => text.trim())
    .filter((text) => text.startsWith(prefix))
    .map((text) => text.slice(prefix.length));
}

/** The timestamp exactly as sent: it is part of what was signed, and re-formatting would lose digits. */
export function readTimestamp(
  delivery: Delivery,
  signature: SignatureField,
  field: TimestampField,
): string | null {
  if ('header' in field.at) return headerOf(delivery, field.at.header) ?? null;
  const value = headerOf(delivery, signature.header);
  if (value === undefined || signature.pairs === undefined) return null;
  return readPairs(value, signature.pairs, field.at.pair)[0] ?? null;
}

/** The values behind one name in a list of pairs, e.g. both of `v1=ab,v1=cd`. */
function readPairs(
  value: string,
  pairs: NonNullable<HmacScheme['signature']['pairs']>,
  name: string,
): string[] {
  const start = `${name}${pairs.assign}`;
  return value
    .split(pairs.separator)
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(start))
    .map((pair) => pair.slice(start.length));
}
