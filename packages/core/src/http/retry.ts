import type { HttpResponse } from '../ports.ts';

/** Pauses before the second and the third try, in milliseconds. */
const backoff = [1_000, 2_000] as const;

/** Request Timeout (RFC 9110, 15.5.9) and Too Early (RFC 8470, 5.2): nothing is wrong with the request. */
const passing: readonly number[] = [408, 425];

/** What an attempt came to. */
export interface Attempt {
  /** 1 for the first. */
  readonly count: number;
  /** Null when there was no answer at all. */
  readonly response: HttpResponse | null;
  /** Sent twice, the request does no more than once. */
  readonly repeatable: boolean;
}

/**
 * How long to wait before a request is sent again, in milliseconds, or null when it is not. After a fault or silence it
 * may have taken effect; 429 says that it has not.
 *
 * `Retry-After` counts in both its forms, seconds and HTTP date (RFC 9110, 10.2.3).
 */
export function retryDelay({ count, response, repeatable }: Attempt, now: number): number | null {
  const failed = response === null || response.status >= 500 || passing.includes(response.status);
  const again = response?.status === 429 || (failed && repeatable);
  const pause = backoff[count - 1];
  if (!again || pause === undefined) return null;
  return retryAfter(response, now) ?? pause;
}

/** Milliseconds that the answer's `Retry-After` asks for, or null. */
export function retryAfter(response: HttpResponse | null, now: number): number | null {
  const text = response?.headers['retry-after']?.trim();
  if (text === undefined || text === '') return null;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  // An HTTP date starts with the day's name; left to itself, Date.parse would read `1.5` as a day in 2001.
  const date = /^[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
