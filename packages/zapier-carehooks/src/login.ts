import { converse, parseBaseUrl, type Platform, type Session } from '@carehooks/core';
import type { AuthField } from 'zapier-platform-core';
import { callTimeLimit } from './client.ts';
import { clock } from './clock.ts';
import { connectionOf } from './connection.ts';
import { sealed } from './sealed.ts';
import { createPlainHttp } from './transport.ts';

/**
 * Logs in. Zapier puts what this gives back into the connection, calls it when the connection is made and whenever a
 * call ends with a `RefreshAuthError`, and then repeats that call.
 *
 * https://docs.zapier.com/platform/reference/cli-docs#session
 */
export function createLogin(platform: Platform, session: Session) {
  return sealed(async (z, bundle) => {
    const connection = connectionOf(bundle, platform);
    const now = clock.now();
    const token = await converse(session.login(connection, now), {
      base: parseBaseUrl((session.baseUrl ?? platform.api.baseUrl)(connection)),
      http: createPlainHttp(z),
      clock,
      deadline: now + callTimeLimit,
    });
    return { ...token, loggedInAt: new Date(now).toISOString() };
  });
}

/** What a login gives back has to be declared: https://docs.zapier.com/platform/build/computed-fields */
export const sessionFields: readonly AuthField[] = [
  { key: 'accessToken', label: 'Access Token', type: 'password' as const },
  { key: 'expiresAt', label: 'Expires At', type: 'string' as const },
  { key: 'loggedInAt', label: 'Logged In At', type: 'string' as const },
].map((field) => ({ ...field, required: false, computed: true }));
