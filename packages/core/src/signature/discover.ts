import type { Delivery } from '../delivery.ts';
import { digest, digestLength, isSignature, keyOf } from './digest.ts';
import { encodedLength, looksSigned } from './encoding.ts';
import type { Algorithm, DiscoveryScheme, Encoding } from './scheme.ts';
import { failed, methods, passed, type Verdict } from './verdict.ts';
import type { VerifyOptions } from './verify.ts';

/** No encoded digest with its prefix is longer; longer values are not looked at. */
const longestValue = 1024;

const shortestValue = encodedLength(digestLength.sha256, 'base64');

/** A name before a signature, as in `sha256=2b84…`. */
export const namePrefix = /^[\w-]{1,32}=/;

const encodings: readonly Encoding[] = ['hex', 'base64'];

interface Candidate {
  readonly header: string;
  readonly text: string;
  readonly encoding: Encoding;
}

/** Looks for a valid HMAC of the raw body in any header, or only in the one that the user pinned. */
export function discoverHmac(
  delivery: Delivery,
  scheme: DiscoveryScheme,
  secrets: readonly string[],
  options: VerifyOptions,
): Verdict {
  const pinned = options.header;
  const headers = Object.entries(delivery.headers).filter(
    ([name]) => pinned === undefined || name === pinned,
  );
  let looksSigned = pinned !== undefined && headers.length > 0;

  for (const algorithm of scheme.algorithms) {
    const candidates = headers.flatMap(([header, value]) => readCandidates(header, value, algorithm));
    // No digest is computed where no header could hold one: forged requests without a signature stay cheap.
    if (candidates.length === 0) continue;
    looksSigned = true;
    for (const [index, secret] of secrets.entries()) {
      const found = match(candidates, digest(algorithm, keyOf(secret), bodyOf(delivery), 'hex'));
      if (found !== undefined) return passed(methods[algorithm], found.header, index);
    }
  }
  return failed(looksSigned ? 'signature-mismatch' : 'signature-missing');
}

function bodyOf({ body }: Delivery) {
  return { before: '', body, after: '' };
}

/** @param hex the digest that is expected */
function match(candidates: readonly Candidate[], hex: string): Candidate | undefined {
  const expected = { hex, base64: Buffer.from(hex, 'hex').toString('base64') };
  return candidates.find(({ text, encoding }) => isSignature(text, expected[encoding], encoding));
}

/** Everything in a header that has the form of a digest. */
export function readCandidates(header: string, value: string, algorithm: Algorithm): Candidate[] {
  if (value.length > longestValue) return [];
  // Stryker disable next-line ConditionalExpression: a shortcut. No part of a short value has a digest's length.
  if (value.length < shortestValue) return [];
  const candidates: Candidate[] = [];
  for (const part of value.split(/[\s,;]/)) {
    for (const text of [part, part.replace(namePrefix, '')]) {
      for (const encoding of encodings) {
        if (looksSigned(text, encoding, digestLength[algorithm])) candidates.push({ header, text, encoding });
      }
    }
  }
  return candidates;
}
