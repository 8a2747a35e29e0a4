import type { Connection } from './connection.ts';
import { TriggerError } from './errors.ts';
import type { ApiAnswer, Exchange } from './http/exchange.ts';
import { asObject, asText } from './json.ts';

/** How a token is got. Hosts keep it with the credentials, and get another when the API answers 401. */
export interface Session {
  /** Where tokens are got, if not where the API is. */
  baseUrl?(connection: Connection): string;
  /** Sent without authorisation. */
  login(connection: Connection, now: number): Exchange<SessionToken>;
}

/** Goes into the connection under these names. */
export type SessionToken = {
  readonly accessToken: string;
  /** ISO 8601, a minute before the platform stops taking it. */
  readonly expiresAt: string;
};

const minute = 60_000;

/**
 * The token in the answer to a login (RFC 6749, 5.1).
 *
 * @param usualLifetime seconds that a token is good for, where the answer does not say so
 * @throws TriggerError `api-answer-unexpected` where there is no token
 */
export function readSessionToken(
  { status, body }: ApiAnswer,
  usualLifetime: number,
  now: number,
): SessionToken {
  const { access_token, expires_in } = asObject(body);
  const accessToken = asText(access_token);
  if (accessToken === null) throw new TriggerError('api-answer-unexpected', { status });
  const lifetime = isLifetime(expires_in) ? Number(expires_in) : usualLifetime;
  return { accessToken, expiresAt: new Date(now + lifetime * 1_000 - minute).toISOString() };
}

/** Seconds, as a number or in digits: few enough that a date can be made of them. 0 says nothing. */
function isLifetime(value: unknown): boolean {
  return /^[1-9]\d{0,9}$/.test(asText(value) ?? '');
}
