import { converse, type ApiRequest, type Exchange, Interruption, TriggerError } from '../../src/index.ts';
import {
  fakeClock,
  fixtureTime,
  type Routes,
  type Script,
  scriptedHttp,
  timeoutError,
} from '../../src/testing/index.ts';

const route = 'GET /v1/records/r_1';
const ok: Script = { json: { id: 'r_1' } };

function* ask(request: ApiRequest): Exchange<unknown> {
  const answer = yield request;
  return answer;
}

function bench(routes: Routes | Script, time = 10_000) {
  const api = scriptedHttp(routes);
  const clock = fakeClock();
  const client = {
    base: new URL('https://api.example.org/v1'),
    http: api.http,
    clock,
    deadline: fixtureTime + time,
  };
  const send = (request: Partial<ApiRequest> = {}) =>
    converse(ask({ path: ['records', 'r_1'], ...request }), client);
  return { ...api, clock, client, send };
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof TriggerError ? error.code : error;
}

describe('a request', () => {
  it('asks for JSON at the address below the base', async () => {
    const { send, requests } = bench({ [route]: ok });
    expect(await send()).toEqual({ status: 200, body: { id: 'r_1' } });
    expect(requests).toEqual([
      {
        method: 'GET',
        url: 'https://api.example.org/v1/records/r_1',
        headers: { accept: 'application/json' },
        timeout: 5_000,
      },
    ]);
  });

  it('sends JSON with its content type', async () => {
    const { send, requests } = bench({ status: 201, json: { id: 'r_1' } });
    await send({ method: 'POST', json: { name: 'Zoë' } });
    expect(requests[0]).toMatchObject({
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: '{"name":"Zoë"}',
    });
  });

  it.each(['', '  \n'])('reads the empty body %j as null', async (body) => {
    expect(await bench({ status: 204, body }).send()).toEqual({ status: 204, body: null });
  });

  it('takes a status for an answer where it is expected, whatever its text', async () => {
    const gone = bench({ status: 404, body: '<html>Not found</html>' });
    expect(await gone.send({ method: 'DELETE', expect: [404] })).toEqual({ status: 404, body: null });
    const told = bench({ status: 409, json: { known: true } });
    expect(await told.send({ expect: [409] })).toEqual({ status: 409, body: { known: true } });
  });

  it.each([
    [301, 'api-redirected'],
    [304, 'api-redirected'],
    [400, 'api-rejected'],
    [401, 'api-unauthorized'],
    [403, 'api-forbidden'],
    [404, 'api-not-found'],
    [409, 'api-conflict'],
    [410, 'api-not-found'],
    [418, 'api-rejected'],
    [422, 'api-rejected'],
    [429, 'api-throttled'],
    [500, 'api-unavailable'],
    [504, 'api-unavailable'],
  ])('takes status %i for %s', async (status, code) => {
    const work = bench({ status, json: {} }).send({ method: 'POST' });
    await expect(work).rejects.toMatchObject({ code, facts: { status } });
  });

  it('does not follow a redirect', async () => {
    const { send, calls } = bench({ status: 302, headers: { location: 'https://evil.example/' } });
    expect(await codeOf(send())).toBe('api-redirected');
    expect(calls).toHaveLength(1);
  });

  it('takes a login page with status 200 for no answer', async () => {
    const { send } = bench({ status: 200, body: '<!doctype html><title>Sign in</title>' });
    await expect(send()).rejects.toMatchObject({ code: 'api-answer-unexpected', facts: { status: 200 } });
  });

  it('tells when the platform wants to be asked again', async () => {
    const { send } = bench({ status: 429, headers: { 'retry-after': '60' } });
    await expect(send()).rejects.toMatchObject({ facts: { status: 429, retryAfter: 60_000 } });
  });
});

describe('asking again', () => {
  it.each([
    ['429', { status: 429 }],
    ['503', { status: 503 }],
    ['a broken connection', new Error('socket hang up')],
    ['a timeout', timeoutError()],
  ] as Array<[string, Script]>)('sends a GET again after %s', async (_what, failure) => {
    const { send, calls, clock } = bench({ [route]: [failure, failure, ok] });
    expect(await send()).toMatchObject({ body: { id: 'r_1' } });
    expect(calls).toHaveLength(3);
    expect(clock.pauses).toEqual([1_000, 2_000]);
  });

  it('does nothing more once the host interrupts it, and lets no exchange carry on', async () => {
    const interruption = new Interruption('Log in again');
    const { client, calls } = bench(interruption);
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

  it('gives up after three attempts', async () => {
    const { send, calls } = bench({ status: 500 });
    expect(await codeOf(send())).toBe('api-unavailable');
    expect(calls).toHaveLength(3);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('sends a %s once', async (method) => {
    for (const failure of [{ status: 429 }, { status: 500 }, new Error('socket hang up')]) {
      const { send, calls } = bench(failure);
      expect(await codeOf(send({ method }))).toMatch(/^api-(?:throttled|unavailable|unreachable)$/);
      expect(calls).toHaveLength(1);
    }
  });

  it.each([
    ['seconds', '3', 3_000],
    ['a date', 'Thu, 15 Jan 2026 09:30:04 GMT', 4_000],
  ])('waits as Retry-After says in %s', async (_form, wait, pause) => {
    const { send, clock } = bench({ [route]: [{ status: 429, headers: { 'retry-after': wait } }, ok] });
    await send();
    expect(clock.pauses).toEqual([pause]);
  });

  it('does not wait for what comes after the deadline', async () => {
    const { send, clock, calls } = bench({ status: 429, headers: { 'retry-after': '10' } }, 10_000);
    expect(await codeOf(send())).toBe('api-throttled');
    expect(clock.pauses).toEqual([]);
    expect(calls).toHaveLength(1);
  });

  it('gives a call no more time than is left, and starts none after the deadline', async () => {
    const api = bench({ status: 500 }, 3_500);
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
  ] as Array<[string, Script]>)('ends with %s when there never is an answer', async (code, failure) => {
    expect(await codeOf(bench(failure).send())).toBe(code);
  });
});

describe('a conversation', () => {
  it('hands each answer to the next step', async () => {
    const { client, calls } = bench({
      'GET /v1/pages?page=1': { json: { next: '2' } },
      'GET /v1/pages?page=2': { json: { next: null } },
    });
    function* pages(): Exchange<number> {
      let count = 0;
      for (let page: string | null = '1'; page !== null; count += 1) {
        const answer: { body: unknown } = yield { path: ['pages'], query: [['page', page]] };
        page = (answer.body as { next: string | null }).next;
      }
      return count;
    }
    expect(await converse(pages(), client)).toBe(2);
    expect(calls).toEqual(['GET /v1/pages?page=1', 'GET /v1/pages?page=2']);
  });

  it('may carry on after an error', async () => {
    const { client } = bench({ [route]: ok });
    function* fallback(): Exchange<unknown> {
      try {
        return (yield { path: ['missing'] }).body;
      } catch (error) {
        if (!(error instanceof TriggerError && error.code === 'api-not-found')) throw error;
        return (yield { path: ['records', 'r_1'] }).body;
      }
    }
    expect(await converse(fallback(), client)).toEqual({ id: 'r_1' });
  });

  it('may end without a request', async () => {
    const { client, calls } = bench(ok);
    function* silent(): Exchange<string> {
      if (calls.length > 0) yield { path: ['records', 'r_1'] };
      return 'nothing to ask';
    }
    expect(await converse(silent(), client)).toBe('nothing to ask');
    expect(calls).toEqual([]);
  });

  it('lets faults of the code through as they are', async () => {
    const fault = new RangeError('a fault of ours');
    function* faulty(): Exchange<never> {
      yield { path: ['records', 'r_1'] };
      throw fault;
    }
    expect(await codeOf(converse(faulty(), bench(ok).client))).toBe(fault);
  });

  it('tells an error that the exchange itself finds', async () => {
    function* strict(): Exchange<never> {
      yield { path: ['records', 'r_1'] };
      throw new TriggerError('api-answer-unexpected');
    }
    expect(await codeOf(converse(strict(), bench(ok).client))).toBe('api-answer-unexpected');
  });
});

describe('an error of the client', () => {
  it.each([
    ['a status', { status: 403, headers: { 'x-canary': 'canary' }, json: { message: 'canary' } }],
    ['a page', { body: 'canary' }],
    ['a thrown error', Object.assign(new Error('canary'), { config: { headers: 'canary' } })],
  ] as Array<[string, Script]>)('quotes neither request nor answer after %s', async (_what, script) => {
    const { send } = bench(script);
    const work = send({ path: ['canary'], query: [['canary', 'canary']] });
    const error = (await work.catch((thrown: unknown) => thrown)) as TriggerError;
    expect(error).toBeInstanceOf(TriggerError);
    const { message, hint, facts, cause, ...own } = error;
    expect(JSON.stringify([message, hint, facts, own])).not.toMatch(/canary|example\.org/);
    expect(cause).toBeUndefined();
  });
});
