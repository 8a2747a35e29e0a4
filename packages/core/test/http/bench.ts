import { type ApiRequest, converse, type Exchange, TriggerError } from '../../src/index.ts';
import { fakeClock, fixtureTime, type Routes, type Script, scriptedHttp } from '../../src/testing/index.ts';

/** One request to an API that is scripted. */

export const route = 'GET /v1/records/r_1';
export const ok: Script = { json: { id: 'r_1' } };

function* ask(request: ApiRequest): Exchange<unknown> {
  const answer = yield request;
  return answer;
}

export function bench(routes: Routes | Script, time = 10_000) {
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

export async function codeOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof TriggerError ? error.code : error;
}
