import { readSessionToken } from '../src/session.ts';
import type { JsonValue } from '../src/index.ts';
import { fixtureTime } from '../src/testing/index.ts';

function read(body: JsonValue) {
  return readSessionToken({ status: 200, body }, 1_800, fixtureTime);
}

describe('reading a token', () => {
  it.each([
    [3_600, '2026-01-15T10:29:00.000Z'],
    ['600', '2026-01-15T09:39:00.000Z'],
    [30, '2026-01-15T09:29:30.000Z'],
  ])('that is good for %j seconds, it ends a minute before', (expires_in, expiresAt) => {
    expect(read({ access_token: 'jwt', expires_in })).toEqual({ accessToken: 'jwt', expiresAt });
  });

  it.each([
    [undefined],
    [null],
    [0],
    ['0'],
    ['soon'],
    ['600s'],
    [-1],
    [1.5],
    [1e300],
    ['9'.repeat(30)],
    [{ seconds: 600 }],
  ])('takes the usual lifetime where the answer says %j', (expires_in) => {
    const body = { access_token: 'jwt', ...(expires_in === undefined ? {} : { expires_in }) };
    expect(read(body).expiresAt).toBe('2026-01-15T09:59:00.000Z');
  });

  it.each([[null], [[]], ['jwt'], [{}], [{ access_token: '' }], [{ access_token: { value: 'jwt' } }]])(
    'fails where %j has none',
    (body) => {
      expect(() => read(body)).toThrow(
        expect.objectContaining({ code: 'api-answer-unexpected', facts: { status: 200 } }),
      );
    },
  );
});
