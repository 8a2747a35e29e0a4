import { fakeClock, fixtureTime, memorySeen, scriptedHttp, timeoutError } from '../../src/testing/index.ts';

function get(url: string) {
  return { method: 'GET', url: `https://api.example.org${url}`, headers: {}, timeout: 1 } as const;
}

describe('the fake clock', () => {
  it('passes by pauses only', async () => {
    const clock = fakeClock();
    await clock.sleep(1_500);
    clock.advance(500);
    expect(clock.now()).toBe(fixtureTime + 2_000);
    expect(clock.pauses).toEqual([1_500]);
  });
});

describe('the memory', () => {
  it('claims ids once, until they are released', async () => {
    const seen = memorySeen();
    expect(await seen.claim(['a', 'b', 'a'])).toEqual(new Set(['a', 'b']));
    expect(await seen.claim(['b', 'c'])).toEqual(new Set(['c']));
    await seen.release(['a']);
    expect(await seen.claim(['a'])).toEqual(new Set(['a']));
  });
});

describe('the scripted API', () => {
  it('prefers a route with its query, gives answers in turn and repeats the last', async () => {
    const { http, calls, requests } = scriptedHttp({
      'GET /a': [{ json: 1 }, { status: 503, headers: { 'retry-after': '1' } }],
      'GET /a?b=1': { body: 'text' },
    });
    expect(await http(get('/a'))).toEqual({ status: 200, headers: {}, body: '1' });
    expect(await http(get('/a?b=1'))).toEqual({ status: 200, headers: {}, body: 'text' });
    expect(await http(get('/a?b=2'))).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      body: '',
    });
    expect(await http(get('/a'))).toMatchObject({ status: 503 });
    expect(calls).toEqual(['GET /a', 'GET /a?b=1', 'GET /a?b=2', 'GET /a']);
    expect(requests).toHaveLength(4);
  });

  it('answers 404 to what it does not know, and throws what it is told to', async () => {
    expect(await scriptedHttp({}).http(get('/a'))).toMatchObject({ status: 404 });
    await expect(scriptedHttp(timeoutError()).http(get('/a'))).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    await expect(scriptedHttp({ 'GET /a': [] }).http(get('/a'))).rejects.toThrow('No answer is scripted');
  });
});
