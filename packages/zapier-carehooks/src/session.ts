import type { Connection, Http } from '@carehooks/core';
import { clock } from './clock.ts';
import { SessionExpired } from './sealed.ts';

/** Milliseconds for which a token counts as just got. */
const justNow = 60_000;

/**
 * Ends the whole call, so that Zapier logs in again, when the token's time is over or the API no longer takes it: not
 * even one related record is to be missing for that.
 *
 * A token that was got just now is not to blame. Its 401 is an answer like any other, for else every call would log in
 * again where an API answers 401 to what someone may not see.
 *
 * @throws SessionExpired
 */
export function withSession(http: Http, connection: Connection): Http {
  return async (request) => {
    const renewable = clock.now() - timeOf(connection['loggedInAt']) > justNow;
    if (renewable && timeOf(connection['expiresAt']) <= clock.now()) throw new SessionExpired();
    const response = await http(request);
    if (renewable && response.status === 401) throw new SessionExpired();
    return response;
  };
}

/** Milliseconds since 1970; what cannot be read is long ago. */
function timeOf(text: string | undefined): number {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? 0 : time;
}
