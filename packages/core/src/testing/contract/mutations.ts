import type { Delivery } from '../../delivery.ts';
import type { Platform } from '../../platform.ts';
import { signingScheme } from '../delivery.ts';

export type Mutation = readonly [what: string, delivery: Delivery];

/** Flips of single bits in everything that is signed, at places spread over the whole length. */
export function mutationsOf(delivery: Delivery, platform: Platform): Mutation[] {
  return [
    ...flippedBodies(delivery, platform),
    ...signedHeaders(platform).flatMap((name) => flippedHeaders(delivery, name)),
  ];
}

/** Basic authentication proves who sends, not what: a changed body cannot be noticed. */
function flippedBodies(delivery: Delivery, { signature }: Platform): Mutation[] {
  if (signature.kind === 'basic') return [];
  return places(delivery.body.length, 24).map((place) => [
    `bit ${place % 8} of byte ${place} of the body`,
    { ...delivery, body: flipBit(delivery.body, place) },
  ]);
}

function flippedHeaders(delivery: Delivery, name: string): Mutation[] {
  const value = delivery.headers[name];
  if (value === undefined) throw new Error(`The delivery has no header ${name} to change.`);
  const bytes = Buffer.from(value);
  return places(bytes.length, 40).map((place) => [
    `bit ${place % 7} of character ${place} of ${name}`,
    { ...delivery, headers: { ...delivery.headers, [name]: flipBit(bytes, place, 7).toString('latin1') } },
  ]);
}

/** Spellings of Basic authentication may differ and mean the same, so there its secret alone is changed. */
export function signedHeaders(platform: Platform): string[] {
  const scheme = signingScheme({ platform });
  if (scheme.kind === 'basic') return [];
  const { timestamp, idHeader } = scheme;
  const own = timestamp !== undefined && 'header' in timestamp.at ? [timestamp.at.header] : [];
  const id = idHeader !== undefined && scheme.content.includes('{id}') ? [idHeader] : [];
  return [scheme.signature.header, ...own, ...id];
}

/** The header without which a delivery proves nothing. */
export function proofHeader(platform: Platform): string {
  return signedHeaders(platform)[0] ?? 'authorization';
}

/** Secrets that differ from the right one in a single bit. */
export function flippedSecrets(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return places(bytes.length, 8).map((place) => flipBit(bytes, place, 7).toString('latin1'));
}

function places(length: number, wanted: number): number[] {
  const count = Math.min(length, wanted);
  const spread = Array.from({ length: count }, (_, index) =>
    Math.floor((index * (length - 1)) / (count - 1 || 1)),
  );
  return [...new Set(spread)];
}

function flipBit(bytes: Uint8Array, place: number, width = 8): Buffer {
  const copy = Buffer.from(bytes);
  copy[place] = (copy[place] ?? 0) ^ (1 << (place % width));
  return copy;
}
