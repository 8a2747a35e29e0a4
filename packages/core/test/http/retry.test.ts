import { retryAfter, retryDelay } from '../../src/http/retry.ts';
import type { HttpResponse } from '../../src/index.ts';
import { fixtureTime } from '../../src/testing/index.ts';

function response(status: number, wait?: string): HttpResponse {
  return { status, headers: wait === undefined ? {} : { 'retry-after': wait }, body: '' };
}

describe('how long to wait before asking again', () => {
  it.each([
    [1, response(429), 1_000],
    [2, response(429), 2_000],
    [3, response(429), null],
    [1, response(500), 1_000],
    [2, response(503), 2_000],
    [1, response(408), 1_000],
    [1, response(425), 1_000],
    [1, null, 1_000],
    [3, null, null],
    [1, response(200), null],
    [1, response(302), null],
    [1, response(404), null],
    [1, response(429, '7'), 7_000],
    [1, response(503, '0'), 0],
    [2, response(429, 'soon'), 2_000],
    [3, response(429, '7'), null],
  ])('answers attempt %i with %j by %s', (count, answer, pause) => {
    expect(retryDelay({ count, response: answer, repeatable: true }, fixtureTime)).toBe(pause);
  });

  it.each([
    [response(429), 1_000],
    [response(429, '7'), 7_000],
    [response(503, '0'), null],
    [response(408), null],
    [null, null],
  ])('answers %j by %s where the request may have taken effect', (answer, pause) => {
    expect(retryDelay({ count: 1, response: answer, repeatable: false }, fixtureTime)).toBe(pause);
  });
});

describe('reading Retry-After', () => {
  it.each([
    ['120', 120_000],
    [' 5 ', 5_000],
    ['Thu, 15 Jan 2026 09:30:30 GMT', 30_000],
    ['Thu, 15 Jan 2026 09:00:00 GMT', 0],
    ['', null],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['Sun Nov  6 08:49:37 1994', 0],
    ['1'.repeat(10), null],
    [undefined, null],
  ])('reads "%s" as %s milliseconds', (text, wait) => {
    expect(retryAfter(response(429, text), fixtureTime)).toBe(wait);
  });

  it('reads nothing where there was no answer', () => {
    expect(retryAfter(null, fixtureTime)).toBeNull();
  });
});
