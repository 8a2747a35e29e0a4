import type { HttpResponse } from '../ports.ts';

/** Pauses before the second and the third try, in milliseconds. */
const backoff = [1_000, 2_000] as const;

/**
 * How long to wait before a GET is sent again, in milliseconds, or null when it is not.
 *
 * `Retry-After` counts in both its forms, seconds and HTTP date (RFC 9110, 10.2.3).
 *
 * @param attempt 1 after the first answer
 * @param response null when there was no answer at all
 */
export function retryDelay(attempt: number, response: HttpResponse | null, now: number): number | null {
  const transient = response === null || response.status === 429 || response.status >= 500;
  const pause = backoff[attempt - 1];
  if (!transient || pause === undefined) return null;
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
