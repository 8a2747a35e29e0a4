import { type Algorithm, type Delivery, type Encoding, type HmacScheme, verify } from '@carehooks/core';
import { nameOf, shown, type Shown } from '../shown.ts';

const algorithms: readonly Algorithm[] = ['sha256', 'sha512'];
const encodings: readonly Encoding[] = ['hex', 'base64'];
const prefixes = {
  '': shown``,
  'sha256=': shown` behind \`sha256=\``,
  'sha512=': shown` behind \`sha512=\``,
};
const contents = {
  '{body}': shown`the raw body`,
  '{timestamp}.{body}': shown`time, full stop and raw body`,
  '{body}.{timestamp}': shown`raw body, full stop and time`,
  '{timestamp}{body}': shown`time and raw body`,
};

/** The shortest digest is SHA-256 in base64; times are much shorter. */
const shortestSignature = 43;
const longestTime = 40;

/** The scheme by which a delivery is signed, found by trying all that are usual; the core's engine decides. */
export function findScheme(delivery: Delivery, secrets: readonly string[]): HmacScheme | null {
  for (const scheme of candidates(delivery)) {
    const verdict = verify(delivery, scheme, secrets, { tolerance: 0 });
    // The time is read after the signature has fitted, and may be written in any way here.
    if (verdict.ok || verdict.code === 'timestamp-malformed') return scheme;
  }
  return null;
}

function* candidates({ headers }: Delivery): Iterable<HmacScheme> {
  const entries = Object.entries(headers);
  const signed = entries.filter(([, value]) => value.length >= shortestSignature);
  const timed = entries.filter(([, value]) => /\d{4}/.test(value) && value.length <= longestTime);
  for (const [header] of signed) {
    for (const algorithm of algorithms) {
      for (const encoding of encodings) {
        for (const prefix of Object.keys(prefixes)) {
          const scheme = { kind: 'hmac', algorithm, encoding, signature: { header, prefix } } as const;
          yield { ...scheme, content: '{body}' };
          for (const [time] of timed) yield* timedSchemes(scheme, time);
        }
      }
    }
  }
}

function timedSchemes(scheme: Omit<HmacScheme, 'content'>, header: string): HmacScheme[] {
  const timestamp = { at: { header }, format: 'iso-8601', tolerance: 0 } as const;
  return Object.keys(contents)
    .filter((content) => content.includes('{timestamp}'))
    .map((content) => ({ ...scheme, content, timestamp }));
}

const digests = {
  sha256: { hex: shown`hex of 64 digits`, base64: shown`base64 of 44 characters` },
  sha512: { hex: shown`hex of 128 digits`, base64: shown`base64 of 88 characters` },
};
const names = { sha256: shown`HMAC-SHA256`, sha512: shown`HMAC-SHA512` };

/** `HMAC-SHA256 over the raw body in the header x-signature: hex of 64 digits behind sha256=`. */
export function describeScheme({ algorithm, encoding, content, signature, timestamp }: HmacScheme): Shown {
  const over = lookUp(contents, content);
  const behind = lookUp(prefixes, signature.prefix ?? '');
  const at = timestamp?.at;
  const time = at !== undefined && 'header' in at ? shown` with the time of ${nameOf(at.header)}` : shown``;
  return shown`${names[algorithm]} over ${over}${time}, in the header ${nameOf(signature.header)} as ${digests[algorithm][encoding]}${behind}`;
}

function lookUp(words: Readonly<Record<string, Shown>>, key: string): Shown {
  return words[key] ?? shown`something else`;
}
