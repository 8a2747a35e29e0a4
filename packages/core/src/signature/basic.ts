import { createHash } from 'node:crypto';
import { type Delivery, headerOf } from '../delivery.ts';
import { equalBytes } from './digest.ts';
import type { BasicScheme } from './scheme.ts';
import { failed, passed, type Verdict } from './verdict.ts';

const basic = /^basic +([\w+/]+={0,2}) *$/i;

/**
 * Checks HTTP Basic authentication (RFC 7617) against secrets of the form `user:password`, or the token in the URL where
 * the scheme has one.
 */
export function verifyBasic(delivery: Delivery, scheme: BasicScheme, secrets: readonly string[]): Verdict {
  const given = readCredentials(delivery);
  const token = readToken(delivery, scheme);
  if (given === undefined && token === undefined) return failed('credentials-missing');
  const matched = given === undefined ? -1 : find(given, secrets, isEqual);
  if (matched >= 0) return passed('basic', 'authorization', matched);
  const byToken = token === undefined ? -1 : find(token, secrets, isSecretOrPassword);
  return byToken < 0 ? failed('credentials-mismatch') : passed('token', null, byToken);
}

/** The bytes of `user:password`. */
export function readCredentials(delivery: Delivery): Buffer | undefined {
  const encoded = headerOf(delivery, 'authorization')?.match(basic)?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64');
}

export function readToken({ query }: Delivery, { tokenParameter }: BasicScheme): string | undefined {
  return tokenParameter !== undefined && Object.hasOwn(query, tokenParameter)
    ? query[tokenParameter]
    : undefined;
}

type Comparison = (fingerprint: Buffer, secret: string) => boolean;

function find(given: string | Buffer, secrets: readonly string[], matches: Comparison): number {
  const fingerprint = sha256(given);
  return secrets.findIndex((secret) => matches(fingerprint, secret));
}

const isEqual: Comparison = (fingerprint, secret) => equalBytes(fingerprint, sha256(secret));

const isSecretOrPassword: Comparison = (fingerprint, secret) =>
  isEqual(fingerprint, secret) || isEqual(fingerprint, secret.slice(secret.indexOf(':') + 1));

/** Hashes of equal length, so that the comparison does not tell how long the password is. */
function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}
