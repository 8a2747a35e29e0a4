import { converse, type Exchange, TriggerError } from '../../src/index.ts';
import type { Script } from '../../src/testing/index.ts';
import { codeOf, ok, route, scriptedRequest } from './scripted-request.ts';

describe('a request', () => {
  it('asks for JSON at the address below the base', async () => {
    const { send, requests } = scriptedRequest({ [route]: ok });
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
    const { send, requests } = scriptedRequest({ status: 201, json: { id: 'r_1' } });
    await send({ method: 'POST', json: { name: 'Zoë' } });
    expect(requests[0]).toMatchObject({
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: '{"name":"Zoë"}',
    });
  });

  it.each(['', '  \n'])('reads the empty body %j as null', async (body) => {
    expect(await scriptedRequest({ status: 204, body }).send()).toEqual({ status: 204, body: null });
  });

  it('takes a status for an answer where it is expected, whatever its text', async () => {
    const gone = scriptedRequest({ status: 404, body: '<html>Not found</html>' });
    expect(await gone.send({ method: 'DELETE', expect: [404] })).toEqual({ status: 404, body: null });
    const told = scriptedRequest({ status: 409, json: { known: true } });
    expect(await told.send({ expect: [409] })).toEqual({ status: 409, body: { known: true } });
  });

  it('takes status 409 for no conflict where something is only read', async () => {
    expect(await codeOf(scriptedRequest({ status: 409 }).send())).toBe('api-rejected');
  });

  it.each([
    [301, 'api-redirected'],
    [304, 'api-redirected'],
    [400, 'api-rejected'],
    [401, 'api-unauthorized'],
    [403, 'api-forbidden'],
    [404, 'api-not-found'],
    [408, 'api-timeout'],
    [409, 'api-conflict'],
    [410, 'api-not-found'],
    [418, 'api-rejected'],
    [422, 'api-rejected'],
    [425, 'api-unavailable'],
    [429, 'api-throttled'],
    [500, 'api-unavailable'],
    [504, 'api-unavailable'],
  ])('takes status %i for %s', async (status, code) => {
    const work = scriptedRequest({ status, json: {} }).send({ method: 'POST' });
    await expect(work).rejects.toMatchObject({ code, facts: { status } });
  });

  it('does not follow a redirect', async () => {
    const { send, calls } = scriptedRequest({ status: 302, headers: { location: 'https://evil.example/' } });
    expect(await codeOf(send())).toBe('api-redirected');
    expect(calls).toHaveLength(1);
  });

  it('takes a login page with status 200 for no answer', async () => {
    const { send } = scriptedRequest({ status: 200, body: '<!doctype html><title>Sign in</title>' });
    await expect(send()).rejects.toMatchObject({ code: 'api-answer-unexpected', facts: { status: 200 } });
  });

  it('tells when the platform wants to be asked again', async () => {
    const { send } = scriptedRequest({ status: 429, headers: { 'retry-after': '60' } });
    await expect(send()).rejects.toMatchObject({ facts: { status: 429, retryAfter: 60_000 } });
  });
});

describe('a conversation', () => {
  it('hands each answer to the next step', async () => {
    const { client, calls } = scriptedRequest({
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
    const { client } = scriptedRequest({ [route]: ok });
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
    const { client, calls } = scriptedRequest(ok);
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
    expect(await codeOf(converse(faulty(), scriptedRequest(ok).client))).toBe(fault);
  });

  it('tells an error that the exchange itself finds', async () => {
    function* strict(): Exchange<never> {
      yield { path: ['records', 'r_1'] };
      throw new TriggerError('api-answer-unexpected');
    }
    expect(await codeOf(converse(strict(), scriptedRequest(ok).client))).toBe('api-answer-unexpected');
  });
});

describe('an error of the client', () => {
  it.each([
    ['a status', { status: 403, headers: { 'x-canary': 'canary' }, json: { message: 'canary' } }],
    ['a page', { body: 'canary' }],
    ['a thrown error', Object.assign(new Error('canary'), { config: { headers: 'canary' } })],
  ] as Array<[string, Script]>)('quotes neither request nor answer after %s', async (_what, script) => {
    const { send } = scriptedRequest(script);
    const work = send({ path: ['canary'], query: [['canary', 'canary']] });
    const error = (await work.catch((thrown: unknown) => thrown)) as TriggerError;
    expect(error).toBeInstanceOf(TriggerError);
    const { message, hint, facts, cause, ...own } = error;
    expect(JSON.stringify([message, hint, facts, own])).not.toMatch(/canary|example\.org/);
    expect(cause).toBeUndefined();
  });
});
