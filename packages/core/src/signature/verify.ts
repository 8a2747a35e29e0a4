import type { Delivery } from '../delivery.ts';
import { verifyBasic } from './basic.ts';
import { isEmptyKey, keyOf } from './digest.ts';
import { discoverHmac } from './discover.ts';
import { verifyHmac } from './hmac.ts';
import type { KeyForm, Scheme } from './scheme.ts';
import { failed, passed, type Verdict } from './verdict.ts';

export interface VerifyOptions {
  /** Lower-case name of the header to look at instead of the scheme's own. */
  readonly header?: string;
  /** Replay window in seconds instead of the scheme's own; 0 switches it off. */
  readonly tolerance?: number;
  /** How the secret's text becomes the key, instead of the scheme's own way. */
  readonly key?: KeyForm;
  /** Take deliveries although no secret is set. Where one is set, a valid signature is asked for all the same. */
  readonly acceptUnsigned?: boolean;
}

/**
 * Tells whether a delivery comes from someone who has one of the secrets. Never throws, whatever the headers hold.
 *
 * @param secrets current and previous secret; those that leave no key or password do not count
 * @example
 * verify(delivery, platform.signature, [secret, previousSecret]);
 */
export function verify(
  delivery: Delivery,
  scheme: Scheme,
  secrets: readonly string[],
  options: VerifyOptions = {},
): Verdict {
  const usable = secrets.filter((secret) => protects(secret, scheme, options));
  if (usable.length === 0) {
    return options.acceptUnsigned === true ? passed('none', null, null) : failed('secret-missing');
  }
  const verdict = verifyWith(delivery, scheme, usable, options);
  if (!verdict.ok) return verdict;
  // Stryker disable next-line ConditionalExpression: a shortcut. Where all of them count, the search finds the same place.
  if (usable.length === secrets.length) return verdict;
  const { method, header, secret } = verdict.verification;
  const place = secrets.findIndex((one) => one === usable[secret ?? 0]);
  return passed(method, header, place);
}

function verifyWith(
  delivery: Delivery,
  scheme: Scheme,
  secrets: readonly string[],
  options: VerifyOptions,
): Verdict {
  switch (scheme.kind) {
    case 'hmac':
      return verifyHmac(delivery, scheme, secrets, options);
    case 'discovery':
      return discoverHmac(delivery, scheme, secrets, options);
    case 'basic':
      return verifyBasic(delivery, scheme, secrets);
  }
}

/** False for a secret that anyone could guess: one of no bytes, or a user name without a password. */
function protects(secret: string, scheme: Scheme, options: VerifyOptions): boolean {
  switch (scheme.kind) {
    case 'hmac':
      return !isEmptyKey(keyOf(secret, options.key ?? scheme.key));
    case 'discovery':
      return secret !== '';
    case 'basic':
      return /:./s.test(secret) || (scheme.tokenParameter !== undefined && /[^:]$/.test(secret));
  }
}
