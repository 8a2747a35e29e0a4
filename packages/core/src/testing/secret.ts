import type { Platform } from '../platform.ts';

const secret = 'whsec_test_123';

/** The secret that the fixtures of a platform are signed with; for Basic authentication, user name and password. */
export function fixtureSecret({ signature }: Pick<Platform, 'signature'>): string {
  return signature.kind === 'basic' ? `carehooks:${secret}` : secret;
}
