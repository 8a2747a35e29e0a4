import type { Delivery } from '../delivery.ts';
import { digest, digestLength, equalBytes } from './digest.ts';
import { decodeSignature } from './encoding.ts';
import type { Algorithm, DiscoveryScheme } from './scheme.ts';
import { failed, passed, type Verdict } from './verdict.ts';
import type { VerifyOptions } from './verify.ts';

/** No encoded digest with its prefix is longer; longer values are not looked at. */
const longestValue = 1024;

/** A name before a signature, as in `sha256=2b84…`. */
const namePrefix = /^[\w-]{1,32}=/;

interface Candidate {
  readonly header: string;
  readonly bytes: Buffer;
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
      const expected = digest(algorithm, secret, { before: '', body: delivery.body, after: '' });
      const found = candidates.find((candidate) => equalBytes(candidate.bytes, expected));
      if (found !== undefined) return passed(`hmac-${algorithm}`, found.header, index);
    }
  }
  return failed(looksSigned ? 'signature-mismatch' : 'signature-missing');
}

function readCandidates(header: string, value: string, algorithm: Algorithm): Candidate[] {
  if (value.length > longestValue) return [];
  const length = digestLength[algorithm];
  const candidates: Candidate[] = [];
  for (const text of value.split(/[\s,;]+/)) {
    for (const encoded of [text, text.replace(namePrefix, '')]) {
      const bytes = decodeSignature(encoded, 'hex', length) ?? decodeSignature(encoded, 'base64', length);
      if (bytes !== null) {
        candidates.push({ header, bytes });
        break;
      }
    }
  }
  return candidates;
}
