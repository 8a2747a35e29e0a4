import { converse, type Exchange, Interruption } from '../../src/index.ts';
import { type Script, timeoutError } from '../../src/testing/index.ts';
import { codeOf, ok, route, scriptedRequest } from './scripted-request.ts';

describe('retries', () => {
  it.each([
    ['429', { status: 429 }],
    ['503', { status: 503 }],
    ['a broken connection', new Error('socket hang up')],
    ['a timeout', timeoutError()],
  ] as Array<[string, Script]>)('send a GET again after %s', async (_what, failure) => {
    const { send, calls, clock } = scriptedRequest({ [route]: [failure, failure, ok] });
    expect(await send()).toMatchObject({ body: { id: 'r_1' } });
    expect(calls).toHaveLength(3);
    expect(clock.pauses).toEqual([1_000, 2_000]);
  });

  it('end once the host interrupts them, and no exchange carries on', async () => {
    const interruption = new Interruption('Log in again');
    const { client, calls } = scriptedRequest(interruption);
    function* undeterred(): Exchange<string> {
      try {
        yield { path: ['records', 'r_1'] };
      } catch {
        return 'carried on';
      }
      return 'answered';
    }
    await expect(converse(undeterred(), client)).rejects.toBe(interruption);
    expect(calls).toHaveLength(1);
  });

  it('end after three attempts', async () => {
    const { send, calls } = scriptedRequest({ status: 500 });
    expect(await codeOf(send())).toBe('api-unavailable');
    expect(calls).toHaveLength(3);
  });

  it.each([
    ['POST', 1],
    ['PATCH', 1],
    ['PUT', 3],
    ['DELETE', 3],
  ] as const)('send a %s that may have taken effect %d times', async (method, count) => {
    for (const failure of [{ status: 500 }, new Error('socket hang up'), timeoutError()]) {
      const { send, calls } = scriptedRequest(failure);
      expect(await codeOf(send({ method }))).toMatch(/^api-(?:unavailable|unreachable|timeout)$/);
      expect(calls).toHaveLength(count);
    }
  });

  it.each(['POST', 'PATCH', 'PUT', 'DELETE'] as const)(
    'send a %s again after 429, which says that nothing was done',
    async (method) => {
      const { send, calls } = scriptedRequest({ [`${method} /v1/records/r_1`]: [{ status: 429 }, ok] });
      expect(await send({ method })).toMatchObject({ body: { id: 'r_1' } });
      expect(calls).toHaveLength(2);
    },
  );

  it('send a POST again that may be repeated', async () => {
    const { send, calls } = scriptedRequest({ 'POST /v1/records/r_1': [{ status: 503 }, ok] });
    expect(await send({ method: 'POST', repeatable: true })).toMatchObject({ body: { id: 'r_1' } });
    expect(calls).toHaveLength(2);
  });

  it.each([
    ['seconds', '3', 3_000],
    ['a date', 'Thu, 15 Jan 2026 09:30:04 GMT', 4_000],
  ])('wait as Retry-After says in %s', async (_form, wait, pause) => {
    const { send, clock } = scriptedRequest({
      [route]: [{ status: 429, headers: { 'retry-after': wait } }, ok],
    });
    await send();
    expect(clock.pauses).toEqual([pause]);
  });

  it('do not wait for what comes after the deadline', async () => {
    const { send, clock, calls } = scriptedRequest({ status: 429, headers: { 'retry-after': '10' } }, 10_000);
    expect(await codeOf(send())).toBe('api-throttled');
    expect(clock.pauses).toEqual([]);
    expect(calls).toHaveLength(1);
  });

  it('have no more time than is left, and none starts after the deadline', async () => {
    const api = scriptedRequest({ status: 500 }, 3_500);
    expect(await codeOf(api.send())).toBe('api-unavailable');
    expect(api.requests.map(({ timeout }) => timeout)).toEqual([3_500, 2_500, 500]);
    api.clock.advance(500);
    expect(await codeOf(api.send())).toBe('api-timeout');
    expect(api.calls).toHaveLength(3);
  });

  it.each([
    ['api-timeout', timeoutError()],
    ['api-unreachable', new Error('getaddrinfo ENOTFOUND')],
    ['api-unreachable', () => Promise.reject('not even an error')],
  ] as Array<[string, Script]>)('end with %s when there never is an answer', async (code, failure) => {
    expect(await codeOf(scriptedRequest(failure).send())).toBe(code);
  });
});
