import { hkdfSync } from 'node:crypto';

/**
 * Derives a signing key or password that is ours to choose from a secret of the credential and the key of a
 * target URL (HKDF, RFC 5869). Nothing has to be stored: the same inputs give the same key again, each target URL has its own,
 * and a key that leaks tells nothing about the secret.
 *
 * @returns 64 lower-case hex digits
 */
export function deriveSecret(secret: string, platform: string, target: string): string {
  return Buffer.from(hkdfSync('sha256', secret, 'carehooks', `${platform} ${target}`, 32)).toString('hex');
}
