import { createHash } from 'node:crypto';
import { type Delivery, headerOf } from '../delivery.ts';
import { equalBytes } from './digest.ts';
import { failed, passed, type Verdict } from './verdict.ts';

const basic = /^basic +([\w+/]+={0,2}) *$/i;

/** Checks HTTP Basic authentication (RFC 7617) against secrets of the form `user:password`. */
export function verifyBasic(delivery: Delivery, secrets: readonly string[]): Verdict {
  const given = basic.exec(headerOf(delivery, 'authorization') ?? '')?.[1];
  if (given === undefined) return failed('credentials-missing');
  const fingerprint = sha256(Buffer.from(given, 'base64'));
  const matched = secrets.findIndex((secret) => equalBytes(fingerprint, sha256(secret)));
  return matched < 0 ? failed('credentials-mismatch') : passed('basic', 'authorization', matched);
}

/** Hashes of equal length, so that the comparison does not tell how long the password is. */
function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}
